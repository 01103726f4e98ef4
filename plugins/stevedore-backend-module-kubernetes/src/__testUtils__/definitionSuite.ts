import { pushImage, Registry, startRegistry } from '@stevedore/demo';
import { ResourceKind } from '../api/resourceKind';
import {
  ANALYSIS_TEMPLATES,
  CLUSTER_ANALYSIS_TEMPLATES,
  CLUSTER_PROMOTION_TASKS,
  PROJECT_CONFIGS,
  PROJECTS,
  PROMOTION_TASKS,
  STAGES,
  WAREHOUSES,
} from '../kargo/kargoKinds';
import { DefinitionPortal } from './DefinitionPortal';
import { eventually } from './eventually';
import { TestCluster } from './TestCluster';

const SHOP = 'test/shop';
const IS_FOR = {
  annotations: { 'stevedore.dev/entity': 'component:default/web' },
};
const AUTO = {
  promotionPolicies: [
    { stageSelector: { name: 'dev' }, autoPromotionEnabled: true },
  ],
};
const steps = (...all: object[]) => ({
  promotionTemplate: { spec: { steps: all } },
});
const from = (sources: object) => ({
  requestedFreight: [
    { origin: { kind: 'Warehouse', name: 'images' }, sources },
  ],
});
const note = (text: string) => ({ uses: 'compose-output', config: { text } });

/** What definitions in a cluster promise, on whatever cluster. */
export function definitionSuite(open: () => Promise<TestCluster>): void {
  let cluster: TestCluster;
  let portal: DefinitionPortal;
  let registry: Registry;
  let made: { kind: ResourceKind; namespace: string; name: string }[];

  beforeEach(async () => {
    made = [];
    registry = await startRegistry();
    cluster = await open();
  });

  afterEach(async () => {
    await portal?.close();
    await registry.stop();
    for (const { kind, namespace, name } of made)
      await cluster.remove(kind, namespace, name).catch(() => {});
  });

  async function put(
    kind: ResourceKind,
    name: string,
    { spec, metadata = {} }: { spec?: object; metadata?: object } = {},
  ) {
    const inCluster = kind === PROJECTS || kind.kind.startsWith('Cluster');
    const namespace = inCluster ? '' : 'shop';
    const at = { name, ...(namespace && { namespace }) };
    await cluster.create(kind, {
      metadata: { ...at, ...metadata },
      ...(spec && { spec }),
    } as Parameters<TestCluster['create']>[1]);
    made.push({ kind, namespace, name });
  }

  /** Five objects that are a whole pipeline; new images go into `dev` by themselves. */
  async function putShop(project: object = IS_FOR) {
    await put(PROJECTS, 'shop', { metadata: project });
    await put(PROJECT_CONFIGS, 'shop', { spec: AUTO });
    await put(WAREHOUSES, 'images', {
      spec: {
        interval: '1h0m0s',
        subscriptions: [{ image: { repoURL: `${registry.host}/acme/web` } }],
      },
    });
    await put(STAGES, 'dev', {
      spec: { ...from({ direct: true }), ...steps(note('first')) },
    });
    await put(STAGES, 'prod', { spec: from({ stages: ['dev'] }) });
  }

  async function start(target = SHOP) {
    portal = await DefinitionPortal.start({
      access: cluster.access,
      annotations: { 'stevedore.dev/kargo-project': target },
      stevedore: { registries: [{ host: registry.host, insecure: true }] },
    });
  }

  const until = (check: (pipeline: any) => void | Promise<void>) =>
    eventually(async () => check(await portal.pipeline));
  const stagesOf = ({ stages }: any) => stages.map(({ name }: any) => name);
  const runs = (...names: string[]) =>
    until(pipeline => {
      expect(pipeline.problems).toEqual([]);
      expect(stagesOf(pipeline)).toEqual(names);
    });

  /** A new image is promoted into `dev`: the definition is one that runs. */
  async function promotes(tag: string, text: string) {
    await pushImage(registry.url, { repository: 'acme/web', tag });
    await portal.post('/projects/shop/warehouses/images/refresh');
    await eventually(async () => {
      const { items } = await portal.get('/projects/shop/promotions?stage=dev');
      expect(items[0]).toMatchObject({ phase: 'Succeeded', automatic: true });
      const { steps: done } = await portal.get(
        `/projects/shop/promotions/${items[0].name}`,
      );
      expect(JSON.stringify(items[0])).toContain(tag);
      expect(JSON.stringify(done)).toContain(text);
    });
  }

  it('are what runs, with the tasks and templates they refer to and no others', async () => {
    await putShop();
    const metrics = [
      {
        name: 'up',
        provider: { web: { url: 'https://x.dev', jsonPath: '{$.up}' } },
      },
    ];
    const foreign = {
      args: [{ name: 'hash', valueFrom: { podTemplateHashValue: 'Latest' } }],
    };
    const inner = { spec: { steps: [note('of a task')] } };
    await put(PROMOTION_TASKS, 'own', inner);
    await put(CLUSTER_PROMOTION_TASKS, 'shared', inner);
    await put(CLUSTER_PROMOTION_TASKS, 'unused', {
      spec: { steps: [{ uses: 'no-such-step' }] },
    });
    await put(ANALYSIS_TEMPLATES, 'smoke', {
      spec: { templates: [{ templateName: 'basics', clusterScope: true }] },
    });
    await put(ANALYSIS_TEMPLATES, 'of-a-rollout', {
      spec: { ...foreign, metrics },
    });
    await put(CLUSTER_ANALYSIS_TEMPLATES, 'basics', { spec: { metrics } });
    await put(CLUSTER_ANALYSIS_TEMPLATES, 'of-others', {
      spec: { ...foreign, metrics },
    });
    await put(STAGES, 'uat', {
      spec: {
        ...from({ stages: ['dev'] }),
        ...steps(
          { as: 'a', task: { name: 'own' } },
          { as: 'b', task: { name: 'shared', kind: 'ClusterPromotionTask' } },
        ),
        verification: { analysisTemplates: [{ name: 'smoke' }] },
      },
    });
    await start();
    await until(pipeline => {
      expect(pipeline.problems).toEqual([]);
      expect(pipeline).toMatchObject({
        project: 'shop',
        provenance: 'cluster',
      });
      expect(stagesOf(pipeline).sort()).toEqual(['dev', 'prod', 'uat']);
    });
    await promotes('1.0.0', 'first');
  });

  it('take a change over at once, and no status for one', async () => {
    await putShop();
    await start();
    await runs('dev', 'prod');
    await cluster.change(
      STAGES,
      { namespace: 'shop', name: 'dev' },
      {
        status: { lastHandledRefresh: 'x' },
        metadata: { annotations: { 'kargo.akuity.io/refresh': 'x' } },
      },
    );
    await cluster.change(
      STAGES,
      { namespace: 'shop', name: 'dev' },
      { spec: steps(note('second')) },
    );
    await eventually(async () =>
      expect(await portal.entries('definition.accepted')).toBe(2),
    );
    await promotes('1.0.0', 'second');
    expect(await portal.entries('definition.accepted')).toBe(2);
  });

  it('say by object and field what is wrong with them, and run as they were', async () => {
    await putShop();
    await start();
    await runs('dev', 'prod');
    const prod = { namespace: 'shop', name: 'prod' };
    await cluster.change(STAGES, prod, { spec: from({ stages: ['nowhere'] }) });
    await until(pipeline => {
      expect(pipeline.problems).toEqual([
        expect.objectContaining({
          object: 'Stage/prod',
          field: 'spec.requestedFreight[0].sources.stages[0]',
          message: expect.stringContaining('nowhere'),
        }),
      ]);
      expect(pipeline.problems[0]).not.toHaveProperty('file');
      expect(pipeline.problems[0]).not.toHaveProperty('line');
      expect(stagesOf(pipeline)).toEqual(['dev', 'prod']);
    });
    await promotes('1.0.0', 'first');
    await cluster.change(STAGES, prod, { spec: from({ stages: ['dev'] }) });
    await runs('dev', 'prod');
  });

  it('stay what they were while their cluster is away, and say so', async () => {
    await putShop();
    await start();
    await runs('dev', 'prod');
    await cluster.away();
    await until(pipeline => {
      expect(pipeline.problems).toEqual([
        expect.objectContaining({
          message: expect.stringMatching(
            /of cluster test cannot be seen since/,
          ),
          cure: expect.stringContaining('goes on running'),
        }),
      ]);
      expect(stagesOf(pipeline)).toEqual(['dev', 'prod']);
    });
    await promotes('1.0.0', 'first');
    expect(await portal.entries('definition.rejected')).toBe(1);
    await cluster.back();
    await runs('dev', 'prod');
  });

  it('are for the entities that their Project names, and no others', async () => {
    await putShop({
      annotations: { 'stevedore.dev/entity': 'component:default/other' },
    });
    await start();
    await until(pipeline => {
      expect(pipeline.problems).toEqual([
        expect.objectContaining({
          object: 'component:default/web',
          message: expect.stringContaining(
            'does not say that it is for component:default/web',
          ),
        }),
      ]);
      expect(pipeline.stages).toEqual([]);
    });
    await cluster.change(
      PROJECTS,
      { namespace: '', name: 'shop' },
      { metadata: IS_FOR },
    );
    await runs('dev', 'prod');
  });

  it.each([
    ['test/none', 'There is no Project test/none'],
    ['elsewhere/shop', 'there is no cluster "elsewhere"'],
    ['shop', '"shop" is no project of a cluster'],
  ])('that are not there are a problem: %s', async (target, message) => {
    await start(target);
    await until(({ problems }) =>
      expect(problems).toEqual([
        expect.objectContaining({
          field: 'metadata.annotations["stevedore.dev/kargo-project"]',
          message: expect.stringContaining(message),
        }),
      ]),
    );
  });
}
