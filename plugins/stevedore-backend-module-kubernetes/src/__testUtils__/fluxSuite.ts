import { FLUX_KINDS, FluxObject } from '../flux/fluxKinds';
import { eventually } from './eventually';
import { PromotionWorld } from './PromotionWorld';
import { TestCluster } from './TestCluster';

const ref = { namespace: 'flux-system', name: 'web' };
const { GitRepository, Kustomization } = FLUX_KINDS;
const annotations = { 'stevedore.dev/authorized-stage': 'web:prod' };
const now = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

const RECONCILE =
  '{uses: flux-reconcile, as: sync, config: {resources: [{kind: GitRepository, name: web, revision: "${{ outputs[\'step-4\'].commit }}"}, {kind: Kustomization, name: web, revision: "${{ outputs[\'step-4\'].commit }}"}]}}';

/** What the steps for Flux promise, on whatever cluster. */
export function fluxSuite(open: () => Promise<TestCluster>): void {
  let cluster: TestCluster;
  let world: PromotionWorld;

  beforeEach(async () => {
    cluster = await open();
    for (const kind of [GitRepository, Kustomization])
      await cluster.create(kind, {
        metadata: { ...ref, annotations },
        ...{ spec: { interval: '10m' } },
      });
  });

  afterEach(async () => {
    await world.close();
    for (const kind of [GitRepository, Kustomization])
      await cluster.remove(kind, ref.namespace, ref.name);
  });

  async function start(...steps: string[]) {
    world = await PromotionWorld.start(cluster, {
      stages: ['prod'],
      auto: ['prod'],
      more: steps,
    });
    await world.engine.release('1.0.0');
  }

  const requestedOf = async (
    kind: typeof GitRepository | typeof Kustomization,
  ) =>
    (await cluster.read<FluxObject>(kind, ref)).metadata.annotations?.[
      'reconcile.fluxcd.io/requestedAt'
    ];

  /** The controller did what it was asked to, and says how that went. */
  async function handle(
    kind: typeof GitRepository | typeof Kustomization,
    status: object,
    ready: { status?: string; reason?: string; message?: string } = {},
  ) {
    await world.until('prod', async () =>
      expect(await requestedOf(kind)).toBeDefined(),
    );
    const object = await cluster.read<FluxObject>(kind, ref);
    await cluster.report(kind, ref, {
      observedGeneration: object.metadata.generation,
      lastHandledReconcileAt: await requestedOf(kind),
      conditions: [
        {
          type: 'Ready',
          ...{ status: 'True', reason: 'Done', message: 'done', ...ready },
          lastTransitionTime: now(),
        },
      ],
      ...status,
    });
  }

  it('asks the source, then what is made of it, and counts their health', async () => {
    await start(RECONCILE);
    await handle(GitRepository, {
      artifact: { revision: `main@sha1:${world.head}` },
    });
    await handle(Kustomization, {
      lastAppliedRevision: `main@sha1:${world.head}`,
    });
    const { name } = await world.ended('prod', 'Succeeded');
    expect(await requestedOf(Kustomization)).toBe(`${name}/sync/0`);
    await world.until('prod', async () =>
      expect((await world.health('prod'))!.status).toBe('Healthy'),
    );
    await handle(Kustomization, {}, { status: 'False', message: 'it broke' });
    await eventually(async () =>
      expect(await world.health('prod')).toMatchObject({
        status: 'Unhealthy',
        issues: [
          'Kustomization "web" in namespace "flux-system" is not ready (Done): it broke',
        ],
      }),
    );
    await cluster.change(Kustomization, ref, { spec: { suspend: true } });
    await eventually(async () =>
      expect(await world.health('prod')).toMatchObject({
        status: 'Progressing',
        issues: [expect.stringContaining('is suspended')],
      }),
    );
  });

  it('waits for the revision, and asks nothing twice', async () => {
    await start(RECONCILE);
    await handle(GitRepository, { artifact: { revision: 'main@sha1:old' } });
    await world.until('prod', async () =>
      expect((await world.step('prod', 'sync')).message).toContain(
        'is at "main@sha1:old", not at',
      ),
    );
    expect(await requestedOf(Kustomization)).toBeUndefined();
    const asked = await requestedOf(GitRepository);
    await handle(GitRepository, {
      artifact: { revision: `main@sha1:${world.head}` },
    });
    await world.until('prod', async () =>
      expect(await requestedOf(Kustomization)).toBeDefined(),
    );
    expect(await requestedOf(GitRepository)).toBe(asked);
  });

  it('ends with what Flux says, and a retry asks again', async () => {
    await start(RECONCILE);
    await handle(
      GitRepository,
      {},
      { status: 'False', reason: 'GitOperationFailed', message: 'no such ref' },
    );
    const { name, message } = await world.ended('prod', 'Errored');
    expect(message).toContain('is not ready (GitOperationFailed): no such ref');
    const before = await requestedOf(GitRepository);
    await world.engine.engine.retry({
      project: 'web',
      promotion: name,
      actor: { ref: 'user:default/ada', ownership: [] },
    });
    await world.until('prod', async () => {
      expect(await requestedOf(GitRepository)).not.toBe(before);
    });
  });

  it('says so where it is suspended', async () => {
    await cluster.change(Kustomization, ref, { spec: { suspend: true } });
    await start(
      '{uses: flux-wait, as: wait, config: {resources: [{kind: Kustomization, name: web}]}}',
    );
    const { message } = await world.ended('prod', 'Errored');
    expect(message).toContain(
      'Kustomization "web" in namespace "flux-system" is suspended',
    );
    expect(await requestedOf(Kustomization)).toBeUndefined();
  });
}
