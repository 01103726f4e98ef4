import { WorkspaceFixture } from '../adapters/git/testing/WorkspaceFixture';
import { StepOutcome } from '../model/outcome';
import { Workspace } from '../ports/git';
import { builtInKinds } from './builtInKinds';
import { createRegistry } from './registry';
import { Capabilities, RunnableStepKind } from './step';
import { exampleContext } from './testing/exampleContext';

const registry = createRegistry(builtInKinds());

/** Ways out of a workspace; `src/apps` has tracked symlinks to `../../../etc` and `/etc/passwd`. */
const WAYS_OUT = [
  '../secret',
  'src/../../secret',
  '/etc/passwd',
  './src/apps/outside/passwd',
  './src/apps/absolute/passwd',
  './.git/config',
  './src/.GIT/config',
  'src/.git./config',
  './src/GIT~1/config',
  'a\0b',
];

const updates = [{ key: 'a', value: 1 }];
const outputs = [{ name: 'a', fromExpression: 'a' }];
const good = './good.txt';
const chart = './chart';
const built = './built';

type Configure = (path: string) => object;

/** The world outside gives an answer to whatever is asked. */
const WORLD: Partial<Capabilities> = {
  programs: {
    run: async () => 'kind: Service\nmetadata: {name: web}\n',
    report: async () => [],
  },
  http: {
    send: async () => ({
      status: 200,
      headers: {},
      body: 'x',
      bytes: Buffer.from('x'),
    }),
  },
  artifacts: {
    layer: async () => ({ digest: 'sha256:1', bytes: Buffer.from('x') }),
  } as unknown as Capabilities['artifacts'],
};

/** Every field that is a path, by the configuration that has one in it. */
const FIELDS: [string, string, Configure][] = [
  ['copy', 'inPath', path => ({ inPath: path, outPath: './out' })],
  ['copy', 'outPath', path => ({ inPath: good, outPath: path })],
  ['delete', 'path', path => ({ path })],
  ['delete', 'paths', path => ({ paths: [good, path] })],
  [
    'delete',
    'a pattern',
    path => ({ path, pathsAreGlobs: true, strict: true }),
  ],
  ['file-write', 'path', path => ({ path, contents: 'x', overwrite: true })],
  ['git-clear', 'path', path => ({ path })],
  ['git-commit', 'path', path => ({ path, message: 'x' })],
  ...['path', 'outPath'].map((field): [string, string, Configure] => [
    'helm-template',
    field,
    path => ({ path: chart, outPath: './o', releaseName: 'r', [field]: path }),
  ]),
  [
    'helm-template',
    'valuesFiles',
    path => ({
      path: chart,
      outPath: './o',
      releaseName: 'r',
      valuesFiles: [path],
    }),
  ],
  ['helm-update-chart', 'path', path => ({ path })],
  [
    'http-download',
    'outPath',
    path => ({
      url: 'https://localhost/a',
      outPath: path,
      allowOverwrite: true,
    }),
  ],
  ['json-parse', 'path', path => ({ path, outputs })],
  ['json-update', 'path', path => ({ path, updates })],
  ['kustomize-build', 'path', path => ({ path, outPath: './o' })],
  ['kustomize-build', 'outPath', path => ({ path: built, outPath: path })],
  ['kustomize-set-image', 'path', path => ({ path, images: [] })],
  [
    'oci-download',
    'outPath',
    path => ({
      imageRef: 'localhost/a/b:1',
      outPath: path,
      allowOverwrite: true,
    }),
  ],
  ['tar', 'inPath', path => ({ inPath: path, outPath: './out.tar' })],
  ['tar', 'outPath', path => ({ inPath: good, outPath: path })],
  ['toml-parse', 'path', path => ({ path, outputs })],
  ['toml-update', 'path', path => ({ path, updates })],
  ['untar', 'inPath', path => ({ inPath: path, outPath: './out' })],
  ['untar', 'outPath', path => ({ inPath: './good.tar', outPath: path })],
  ['yaml-merge', 'inFiles', path => ({ inFiles: [path], outFile: './o' })],
  ['yaml-merge', 'outFile', path => ({ inFiles: [good], outFile: path })],
  ['yaml-parse', 'path', path => ({ path, outputs })],
  ['yaml-update', 'path', path => ({ path, updates })],
];

describe('no step leaves its workspace (invariant 9)', () => {
  const fixture = new WorkspaceFixture();
  let workspace: Workspace;

  beforeAll(async () => {
    const git = fixture.remote.adapter('adapter');
    workspace = await fixture.open(git, 'run-1');
    await workspace.writeText(good, 'a: 1\n');
    await workspace.writeText(
      `${chart}/Chart.yaml`,
      'apiVersion: v2\nname: c\nversion: 1.0.0\n',
    );
    await workspace.writeText(`${built}/kustomization.yaml`, 'resources: []\n');
    await run('tar', { inPath: good, outPath: './good.tar' });
  });
  afterAll(() => fixture.remote.remove());

  async function run(id: string, config: object): Promise<StepOutcome> {
    const kind = registry.steps.get(id) as RunnableStepKind;
    const tools = { ...WORLD, workspace } as Capabilities;
    const context = exampleContext({ title: '', config }, tools)('step');
    return kind.run!(context, kind.schema.parse(config));
  }

  it.each(FIELDS)('%s by its %s', async (id, _, config) => {
    for (const path of WAYS_OUT) {
      const outcome = await run(id, config(path)).catch(error => error);
      const what = [path, outcome.status ?? outcome.name];
      expect([
        [path, 'PathError'],
        [path, 'failed'],
      ]).toContainEqual(what);
      // `delete` may have found the good one first
      await workspace.writeText(good, 'a: 1\n');
    }
  });

  it('is asked of every step that has a workspace', () => {
    const asked = new Set(FIELDS.map(([id]) => id));
    const local = [...registry.steps.values()]
      .filter(kind => kind.capabilities.includes('workspace'))
      .filter(kind => !kind.external && !kind.capabilities.includes('git'))
      .map(kind => kind.id);
    expect(local.filter(id => !asked.has(id))).toEqual([]);
  });
});
