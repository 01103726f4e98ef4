import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { recordIo } from '../__testUtils__/recordIo';
import { lint } from './lint';

const EXAMPLES = join(__dirname, '../../../../examples');
const WAREHOUSE = `apiVersion: kargo.akuity.io/v1alpha1
kind: Warehouse
metadata: {name: web, namespace: shop}
spec:
  subscriptions:
  - image: {repoURL: ghcr.io/acme/web}
`;
const REST = `apiVersion: kargo.akuity.io/v1alpha1
kind: Project
metadata: {name: shop}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata: {name: dev, namespace: shop}
spec:
  requestedFreight:
  - origin: {kind: Warehouse, name: web}
    sources: {direct: true}
  promotionTemplate:
    spec:
      steps:
      - uses: fail
        config: {message: "never"}
`;

describe('lint', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stevedore-lint-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function run(
    files: Record<string, string>,
    output: 'text' | 'json' = 'text',
  ) {
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
    const io = recordIo();
    const code = await lint([folder], { output }, io);
    return { code, text: io.stdout.replaceAll(`${folder}/`, '') };
  }

  it('passes manifests in several files of a folder, and leaves other YAML alone', async () => {
    const { code, text } = await run({
      'b/warehouse.yaml': WAREHOUSE,
      'a.yaml': REST,
      'chart/templates/deployment.yaml': '{{- if .Values.on }}\n[',
      'values.yaml': 'image: {tag: 1}\n',
      '.hidden/stage.yaml': REST,
    });
    expect(text).toBe(
      'manifests\n  admission: Kargo would take these manifests\n  runnable:  this definition goes live\n',
    );
    expect(code).toBe(0);
  });

  it('tells what Kargo would take and what would fail then', async () => {
    const { code, text } = await run({ 'warehouse.yaml': WAREHOUSE });
    expect(text).toContain(
      'warehouse.yaml:1:1: error: The definition has no Stage.\n',
    );
    expect(text).toContain('admission: Kargo would take these manifests\n');
    expect(text).toContain('runnable:  it would be taken and then fail (');
    expect(code).toBe(1);
  });

  it('points at a field that Kargo does not know', async () => {
    const { code, text } = await run({
      'all.yaml': `${REST.replace('sources:', 'source:')}---\n${WAREHOUSE}`,
    });
    expect(text).toContain(
      'all.yaml:11:5: error: There is no field source in spec.requestedFreight[0].\n  Did you mean sources?',
    );
    expect(text).toContain('admission: Kargo would refuse them (1 error)');
    expect(code).toBe(1);
  });

  it('prints both verdicts and every problem as JSON', async () => {
    const { code, text } = await run(
      { 'all.yaml': `${REST.replace('fail', 'fial')}---\n${WAREHOUSE}` },
      'json',
    );
    expect(JSON.parse(text)).toEqual({
      definitions: [
        {
          name: 'manifests',
          admission: true,
          runnable: false,
          problems: [
            {
              severity: 'error',
              verdict: 'runnable',
              message: 'There is no step fial.',
              cure: expect.stringContaining('Did you mean fail?'),
              position: { file: 'all.yaml', line: 15, column: 15 },
              object: 'Stage/dev',
              field: 'spec.promotionTemplate.spec.steps[0].uses',
            },
          ],
        },
      ],
    });
    expect(code).toBe(1);
  });

  it('checks components by their annotations and by the files they point at', async () => {
    const io = recordIo();
    expect(await lint([EXAMPLES], { output: 'json' }, io)).toBe(1);
    const { definitions } = JSON.parse(io.stdout);
    expect(
      definitions.map(({ name, admission, runnable }: any) => [
        name,
        admission,
        runnable,
      ]),
    ).toEqual([
      ['component:default/broken', null, false],
      ['component:default/shop', true, true],
      ['component:default/web', true, true],
    ]);
  });

  it.each([
    [
      'nothing of ours',
      () => ({ 'values.yaml': 'a: 1\n' }),
      /nothing to check/,
    ],
  ])('refuses %s', async (_, files, words) => {
    await expect(run(files())).rejects.toThrow(words);
  });

  it('refuses a path that is not there', async () => {
    await expect(
      lint([join(folder, 'gone')], { output: 'text' }, recordIo()),
    ).rejects.toThrow(/gone cannot be read \(ENOENT\)/);
  });
});
