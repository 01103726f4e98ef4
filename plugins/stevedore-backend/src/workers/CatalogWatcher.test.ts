import { Entity } from '@backstage/catalog-model';
import { ScmIntegrations } from '@backstage/integration';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ConfigReader } from '@backstage/config';
import { DefinitionSource } from '@stevedore/plugin-stevedore-node';
import {
  builtInKinds,
  createEngine,
  createRegistry,
  Engine,
  EngineContext,
  readOptionsOf,
  Sources,
} from '@stevedore/promotion-engine';
import { MemoryStore } from '@stevedore/promotion-engine/testing';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DefinitionReader } from '../adapters/DefinitionReader';
import { StoredDefinitions } from '../adapters/StoredDefinitions';
import { findPipeline } from '../service/reading/findPipeline';
import { CatalogWatcher } from './CatalogWatcher';

const LINES = {
  'stevedore.dev/stages': 'dev, staging, prod',
  'stevedore.dev/image': 'ghcr.io/acme/web ^1.0.0',
  'stevedore.dev/gitops':
    'https://github.com/acme/deploy#main:apps/web/{stage}',
  'stevedore.dev/auto-promote': 'dev',
};
const IN_FILES = { 'stevedore.dev/pipeline': './delivery/' };
const WEB = 'component:default/web';
const OTHER = 'component:default/other';

const manifests = (project: string, stage = 'dev') => `
apiVersion: kargo.akuity.io/v1alpha1
kind: Project
metadata: {name: ${project}}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Warehouse
metadata: {name: w, namespace: ${project}}
spec: {subscriptions: [{image: {repoURL: ghcr.io/acme/web}}]}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata: {name: ${stage}, namespace: ${project}}
spec:
  requestedFreight: [{origin: {kind: Warehouse, name: w}, sources: {direct: true}}]
`;

describe('CatalogWatcher', () => {
  const clock = { now: () => Date.UTC(2026, 0, 1) };
  let directory: string;
  let entities: Entity[];
  let store: MemoryStore;
  let engine: Engine;
  let watcher: CatalogWatcher;
  let woken: string[];
  let sources: DefinitionSource[];
  let etag = 0;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'watcher-'));
    entities = [];
    woken = [];
    sources = [];
    store = new MemoryStore(clock);
    boot();
  });
  afterEach(() => rm(directory, { recursive: true }));

  function boot(): void {
    const readOptions = readOptionsOf(createRegistry(builtInKinds()));
    const context = {
      store,
      clock,
      git: {},
      definitions: new StoredDefinitions(store, readOptions),
      events: { publish: () => undefined },
      queue: {
        enqueue: async ({ kind, name }: { kind: string; name: string }) =>
          woken.push(`${kind}:${name}`),
      },
    };
    engine = createEngine(context as unknown as EngineContext, {} as Sources);
    const catalog = {
      queryEntities: (
        ...args: Parameters<
          ReturnType<typeof catalogServiceMock>['queryEntities']
        >
      ) => catalogServiceMock({ entities }).queryEntities(...args),
    } as ReturnType<typeof catalogServiceMock>;
    watcher = new CatalogWatcher({
      catalog,
      engine,
      store,
      readOptions,
      sources,
      auth: mockServices.auth(),
      logger: mockServices.logger.mock(),
      reader: new DefinitionReader({
        reader: mockServices.urlReader.mock(),
        integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
        clock,
        remoteFreshMs: 0,
      }),
    });
  }

  /** Puts a component into the catalog, with its file; in the order in which they are put. */
  async function put(
    name: string,
    annotations: Record<string, string>,
  ): Promise<void> {
    etag += 1;
    const file = join(directory, name, 'catalog-info.yaml');
    await mkdir(join(directory, name), { recursive: true });
    const lines = Object.entries(annotations).map(
      ([key, value]) => `    ${key}: ${JSON.stringify(value)}`,
    );
    await writeFile(
      file,
      [
        'apiVersion: backstage.io/v1alpha1',
        'kind: Component',
        'metadata:',
        `  name: ${name}`,
        '  annotations:',
        ...lines,
      ].join('\n'),
    );
    const entity: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name,
        namespace: 'default',
        etag: `${etag}`,
        annotations: {
          ...annotations,
          'backstage.io/managed-by-location': `file:${file}`,
        },
      },
    };
    remove(name);
    entities.push(entity);
  }

  function remove(name: string): void {
    entities = entities.filter(entity => entity.metadata.name !== name);
  }

  async function deliver(
    name: string,
    text: string,
    file = 'pipeline.yaml',
  ): Promise<void> {
    await mkdir(join(directory, name, 'delivery'), { recursive: true });
    await writeFile(join(directory, name, 'delivery', file), text);
  }

  const stages = async (project: string) => {
    const readOptions = readOptionsOf(createRegistry(builtInKinds()));
    const running = await new StoredDefinitions(store, readOptions).load(
      project,
    );
    return running?.project.stages.map(stage => stage.name);
  };
  const verbs = async (project: string) =>
    (await store.entries(project, { limit: 50 })).map(entry => entry.verb);

  it('takes a changed annotation over, and says nothing of what stays', async () => {
    await put('web', LINES);
    await watcher.look();
    expect(await stages('web')).toEqual(['dev', 'staging', 'prod']);
    expect(woken).toContain('warehouse:web');
    await watcher.look();
    await put('web', { ...LINES, 'stevedore.dev/stages': 'dev, prod' });
    await watcher.look();
    expect(await stages('web')).toEqual(['dev', 'prod']);
    expect(await verbs('web')).toEqual([
      'definition.accepted',
      'definition.accepted',
    ]);
  });

  it('takes a changed file over, although its entity is as before', async () => {
    await put('web', IN_FILES);
    await deliver('web', manifests('web'));
    await watcher.look();
    expect(await stages('web')).toEqual(['dev']);
    await deliver('web', manifests('web', 'test'));
    await watcher.look();
    expect(await stages('web')).toEqual(['test']);
    await watcher.look();
    expect(await verbs('web')).toHaveLength(2);
  });

  it('reports a broken annotation at its place, while the last good one runs', async () => {
    await put('web', LINES);
    await watcher.look();
    await put('web', { ...LINES, 'stevedore.dev/auto-promote': 'develop' });
    await watcher.look();
    const row = await store.project('web');
    expect(row?.problems).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('develop'),
        cure: expect.stringContaining('dev'),
        position: expect.objectContaining({
          file: 'catalog-info.yaml',
          line: 9,
        }),
      }),
    ]);
    expect(await stages('web')).toEqual(['dev', 'staging', 'prod']);
    await put('web', LINES);
    await watcher.look();
    expect((await store.project('web'))?.problems).toEqual([]);
  });

  it('reports a broken file on the pipeline that its entity runs', async () => {
    await put('web', IN_FILES);
    await deliver('web', manifests('shop'));
    await watcher.look();
    await deliver('web', 'kind: [', 'more.yaml');
    await watcher.look();
    const row = await store.project('shop');
    expect(row?.problems[0].position).toMatchObject({
      file: 'delivery/more.yaml',
      line: 1,
    });
    expect(await stages('shop')).toEqual(['dev']);
    expect(await store.project('web')).toBeUndefined();
  });

  it('reports files that cannot be read, with the place that names them', async () => {
    await put('web', IN_FILES);
    await watcher.look();
    const [problem] = (await store.project('web'))!.problems;
    expect(problem).toMatchObject({
      message:
        "The pipeline ./delivery/ cannot be read: it does not exist beside the entity's file.",
      position: { file: 'catalog-info.yaml', line: 6 },
    });
  });

  it('pauses when the entity is gone, keeps its state, and resumes when it is back', async () => {
    await put('web', LINES);
    await watcher.look();
    remove('web');
    await watcher.look();
    const paused = await store.project('web');
    expect(paused?.paused).toBe(
      `${WEB} has no pipeline in the catalog any more`,
    );
    expect(await stages('web')).toEqual(['dev', 'staging', 'prod']);
    woken = [];
    await put('web', LINES);
    await watcher.look();
    expect((await store.project('web'))?.paused).toBeUndefined();
    expect(await verbs('web')).toEqual([
      'definition.accepted',
      'project.paused',
      'project.resumed',
    ]);
    expect(woken).toContain('stage:dev');
  });

  it('resumes what ran, when the entity comes back broken', async () => {
    await put('web', LINES);
    await watcher.look();
    remove('web');
    await watcher.look();
    await put('web', { ...LINES, 'stevedore.dev/auto-promote': 'develop' });
    await watcher.look();
    const row = await store.project('web');
    expect(row?.paused).toBeUndefined();
    expect(row?.problems).toHaveLength(1);
    expect(await stages('web')).toEqual(['dev', 'staging', 'prod']);
  });

  it('pauses the old project of an entity that defines another one', async () => {
    await put('web', IN_FILES);
    await deliver('web', manifests('old'));
    await watcher.look();
    await deliver('web', manifests('new'));
    await watcher.look();
    expect((await store.project('old'))?.paused).toBe(`${WEB} defines new now`);
    expect((await store.projectOfEntity(WEB))?.project).toBe('new');
    await watcher.look();
    await deliver('web', manifests('old'));
    await watcher.look();
    expect((await store.projectOfEntity(WEB))?.project).toBe('old');
  });

  it('shows the pipeline of another entity, as soon as that has one', async () => {
    await put('other', { 'stevedore.dev/project': 'web' });
    await watcher.look();
    await expect(findPipeline(store, OTHER)).rejects.toThrow(
      `${OTHER} shows the pipeline of ${WEB} (catalog-info.yaml, line 6), which has none. Name a component that has a pipeline.`,
    );
    await put('web', LINES);
    await watcher.look();
    expect(await findPipeline(store, OTHER)).toEqual({ project: 'web' });
    remove('other');
    await watcher.look();
    await expect(findPipeline(store, OTHER)).rejects.toThrow(
      `${OTHER} has no pipeline.`,
    );
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'what is no reference',
      { 'stevedore.dev/project': 'component:' },
      'stevedore.dev/project: "component:" is no reference to an entity (catalog-info.yaml, line 6). Write it as kind:namespace/name, such as component:default/shop.',
    ],
    [
      'itself',
      { 'stevedore.dev/project': 'other' },
      'stevedore.dev/project: other is this entity itself (catalog-info.yaml, line 6). Name the component that runs the pipeline.',
    ],
    [
      'another one beside a pipeline of its own',
      { 'stevedore.dev/project': 'web', ...IN_FILES },
      'stevedore.dev/project: It excludes stevedore.dev/pipeline: a pipeline is written in one place (catalog-info.yaml, line 6). Remove stevedore.dev/project, or the others.',
    ],
  ])(
    'says what is wrong with an entity that shows %s',
    async (_, lines, text) => {
      await put('other', lines);
      await watcher.look();
      await expect(findPipeline(store, OTHER)).rejects.toThrow(text);
    },
  );

  it('reports a second claim on the entity that comes second', async () => {
    await put('web', LINES);
    await put('other', IN_FILES);
    await deliver('other', manifests('web', 'taken'));
    await watcher.look();
    await watcher.look();
    expect(await stages('web')).toEqual(['dev', 'staging', 'prod']);
    expect((await store.project('web'))?.problems).toEqual([]);
    const { project, claim } = await findPipeline(store, OTHER);
    expect(project).toBe('web');
    expect(claim?.problems).toEqual([
      expect.objectContaining({
        severity: 'error',
        message: `stevedore.dev/pipeline: ${OTHER} would define the pipeline web, which ${WEB} runs already.`,
        cure: `To show it here too, write stevedore.dev/project: ${WEB} instead; for a pipeline of its own, give its Project another name.`,
        position: { file: 'catalog-info.yaml', line: 6, column: 5 },
      }),
    ]);
  });

  it('gives a project without an owner to who claims it, not to a broken claim', async () => {
    await put('web', LINES);
    await put('other', IN_FILES);
    await deliver('other', manifests('web', 'taken'));
    await watcher.look();
    remove('web');
    await deliver('other', 'kind: [', 'broken.yaml');
    await watcher.look();
    await watcher.look();
    expect((await store.project('web'))?.entityRef).toBe(WEB);
    await rm(join(directory, 'other', 'delivery', 'broken.yaml'));
    await watcher.look();
    expect(await store.project('web')).toMatchObject({ entityRef: OTHER });
    expect(await findPipeline(store, OTHER)).toEqual({ project: 'web' });
    expect(await stages('web')).toEqual(['taken']);
  });

  it('knows after a restart what it knew before', async () => {
    await put('web', LINES);
    await put('other', { 'stevedore.dev/project': WEB });
    await watcher.look();
    boot();
    await watcher.look();
    expect(await verbs('web')).toEqual(['definition.accepted']);
    expect(await findPipeline(store, OTHER)).toEqual({ project: 'web' });
  });

  it('resumes what another replica has paused', async () => {
    await put('web', LINES);
    await watcher.look();
    await engine.pause('web', 'another replica did not see it');
    await watcher.look();
    await watcher.look();
    expect((await store.project('web'))?.paused).toBeUndefined();
  });
});
