import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Problem } from '@stevedore/promotion-engine';
import {
  ArtifactServer,
  startArtifactServer,
} from '@stevedore/promotion-engine/testing';
import { recordIo } from '../__testUtils__/recordIo';
import { lint, LintOptions } from './lint';

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
    more: Partial<LintOptions> = {},
  ) {
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
    const io = recordIo();
    const code = await lint([folder], { output, ...more }, io);
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
      // their steps come with the module for clusters
      ['component:default/billing', true, false],
      ['component:default/checkout', true, false],
      ['component:default/orders', true, false],
      // a Kargo in the cluster has it: there is nothing here
      ['component:default/payments', null, true],
      ['component:default/search', true, false],
      ['component:default/shop', true, true],
      ['component:default/web', true, true],
      // what else lies there of Kargo's
      ['manifests', true, false],
    ]);
  });

  it('takes the steps that a module of the backend brings, and checks what Kargo knows of them', async () => {
    const stages = (config: string) => ({
      'a.yaml': `${WAREHOUSE}---\n${REST.replace('fail', 'argocd-update')
        .replace('message: "never"', config)
        .trimEnd()}\n      - uses: our-own\n`,
    });
    const step = ['argocd-update', 'our-own'];
    const good = await run(stages('apps: [{name: web}]'), 'text', { step });
    expect(good).toMatchObject({ code: 0 });
    const wrong = await run(stages('aps: [{name: web}]'), 'text', { step });
    expect(wrong.text).toContain('There is no field aps in');
    expect(await run(stages('apps: [{name: web}]'))).toMatchObject({ code: 1 });
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

describe('lint --discover', () => {
  let folder: string;
  let server: ArtifactServer;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stevedore-lint-'));
    server = await startArtifactServer();
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
    await server.close();
  });

  async function warnings(subscription: string): Promise<string[]> {
    const created = '2026-01-01T00:00:00Z';
    server.images.set(
      'acme/web',
      new Map(['1.0.0', 'v1.1.0', 'latest'].map(tag => [tag, { created }])),
    );
    server.charts.set('web', ['1.0.0']);
    const warehouse = WAREHOUSE.replace(
      / {2}- image: .*\n/,
      `  - ${subscription}\n`,
    )
      .replaceAll('HOST', server.host)
      .replaceAll('CHARTS', server.chartsUrl);
    await writeFile(join(folder, 'w.yaml'), `${warehouse}---\n${REST}`);
    const io = recordIo();
    const code = await lint([folder], { output: 'json', discover: true }, io);
    expect(code).toBe(0);
    const [{ problems }] = JSON.parse(io.stdout).definitions;
    return problems.map(({ severity, message, position }: Problem) =>
      `${severity} ${position?.line}: ${message}`.replaceAll(
        server.host,
        'HOST',
      ),
    );
  }

  it.each([
    ['image: {repoURL: HOST/acme/web, constraint: ^1.0.0}', []],
    [
      'image: {repoURL: HOST/acme/web, constraint: ^2.0.0}',
      [
        'warning 6: Nothing of HOST/acme/web fits; without constraint something would.',
      ],
    ],
    [
      'image: {repoURL: HOST/acme/web, allowTagsRegexes: ["^v", "^2"]}',
      ['warning 6: ^2 fits nothing of HOST/acme/web.'],
    ],
    [
      'image: {repoURL: HOST/acme/web, ignoreTagsRegexes: ["."]}',
      [
        'warning 6: Nothing of HOST/acme/web fits; without ignoreTagsRegexes something would.',
      ],
    ],
    [
      'chart: {repoURL: CHARTS, name: web, semverConstraint: ^3.0.0}',
      [
        'warning 6: Nothing of http://HOST/charts fits; without semverConstraint something would.',
      ],
    ],
    [
      'chart: {repoURL: CHARTS, name: api}',
      ['warning 6: Nothing of http://HOST/charts fits the subscription.'],
    ],
  ])('%s', async (subscription, said) => {
    expect(await warnings(subscription)).toEqual(said);
  });

  it('says which remote could not be asked', async () => {
    const [first] = await warnings('image: {repoURL: localhost:1/acme/web}');
    expect(first).toMatch(
      /^warning 6: localhost:1\/acme\/web could not be asked: /,
    );
  });
});
