import { Readable, Writable } from 'node:stream';
import { runConformance } from './conformance';

function sink() {
  const chunks: string[] = [];
  const stream = new Writable({
    write: (chunk, _, done) => {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

async function run(suite: string, lines: string[]) {
  const [output, error] = [sink(), sink()];
  const code = await runConformance(suite, {
    input: Readable.from([Buffer.from(lines.join('\n'))]),
    output: output.stream,
    error: error.stream,
  });
  return { code, output: output.text(), error: error.text() };
}

describe('runConformance', () => {
  it('answers every line', async () => {
    const lines = [
      '{"id":"1","input":{"kind":"image","url":"docker.io/library/redis"}}',
      '',
      '{"id":"2","input":{"kind":"image","url":"x y"}}',
    ];
    expect(await run('normalize', lines)).toEqual({
      code: 0,
      output: '{"id":"1","output":"redis"}\n{"id":"2","output":"x y"}\n',
      error: '',
    });
  });

  it('reads a line separator inside a text as a part of it', async () => {
    const answered = await run('normalize', [
      '{"id":"1","input":{"kind":"image","url":"x\u2028y"}}',
    ]);
    expect(answered).toEqual({
      code: 0,
      output: '{"id":"1","output":"xy"}\n',
      error: '',
    });
  });

  it('tells which suites there are', async () => {
    expect(await run('nonsense', [])).toMatchObject({
      code: 2,
      error: expect.stringContaining('known are availability, '),
    });
  });

  it('tells which line is no question', async () => {
    expect(await run('semver', ['{'])).toMatchObject({
      code: 2,
      error: expect.stringMatching(/^Line 1 is no question: /),
    });
  });
});
