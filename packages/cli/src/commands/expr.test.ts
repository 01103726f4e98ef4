import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordIo } from '../__testUtils__/recordIo';
import { expr, ExprOptions } from './expr';

describe('expr', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'stevedore-expr-'));
    await writeFile(
      join(directory, 'data.yaml'),
      'image: {tag: 1.2.3}\nreplicas: 3\nsince: 2026-05-04\n',
    );
    await writeFile(join(directory, 'data.json'), '{"list": [1, 2]}');
    await writeFile(join(directory, 'list.yaml'), '- 1\n');
    await writeFile(join(directory, 'broken.yaml'), 'a: [\n');
  });
  afterAll(() => rm(directory, { recursive: true }));

  async function run(text: string, options: Partial<ExprOptions> = {}) {
    const io = recordIo();
    const data = options.data && join(directory, options.data);
    const code = await expr(text, { output: 'text', ...options, data }, io);
    return { code, out: io.stdout, err: io.stderr };
  }

  it.each([
    ['1 + 2', undefined, '3\n'],
    ['image.tag', 'data.yaml', '1.2.3\n'],
    ['map(list, # * 2)', 'data.json', '[\n  2,\n  4\n]\n'],
    ['type(since)', 'data.yaml', 'string\n'],
    ['missing', undefined, 'null\n'],
    ['1 / 0', undefined, '+Inf\n'],
    ['v${{ image.tag }}', 'data.yaml', 'v1.2.3\n'],
    ['${{ replicas + 1 }}', 'data.yaml', '4\n'],
    ['${{ quote(replicas) }}', 'data.yaml', '3\n'],
    ['warehouse("web").Name', undefined, 'web\n'],
    ['semverParse("1.2.3").IncMinor()', undefined, '1.3.0\n'],
  ])('%s with %s', async (text, data, out) => {
    expect(await run(text, { data })).toEqual({ code: 0, out, err: '' });
  });

  it('prints value and type for programs', async () => {
    expect((await run('1.5', { output: 'json' })).out).toBe(
      '{"value":1.5,"type":"float"}\n',
    );
    expect((await run('0 / 0', { output: 'json' })).out).toBe(
      '{"value":"NaN","type":"float"}\n',
    );
  });

  it('answers the moment that it is told', async () => {
    const now = '2026-05-04T12:00:00Z';
    expect((await run('now().Year()', { now })).out).toBe('2026\n');
    await expect(run('now()', { now: 'noon' })).rejects.toThrow(
      'noon is no moment',
    );
  });

  it('points at the character that is wrong', async () => {
    expect(await run('v${{ image.tag }}')).toEqual({
      code: 1,
      out: '',
      err: 'error: cannot fetch tag from <nil> (1:12)\n | v${{ image.tag }}\n | ...........^\n',
    });
    const { code, out } = await run('1 +', { output: 'json' });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      error: { message: 'unexpected end of expression', line: 1, column: 3 },
    });
  });

  it.each([
    ['absent.yaml', 'cannot be read (ENOENT)'],
    ['list.yaml', 'must hold a map of names to values'],
    ['broken.yaml', 'is neither JSON nor YAML'],
  ])('says what is wrong with %s', async (data, message) => {
    await expect(run('1', { data })).rejects.toThrow(message);
  });
});
