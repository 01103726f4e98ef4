import { KubernetesObject, ResourceKind } from '../api/resourceKind';
import { FLUX_KINDS, FluxKind, FluxObject } from '../flux/fluxKinds';
import { WORKLOAD_KINDS, WorkloadKind } from '../workloads/workloadKinds';
import { PromotionWorld } from './PromotionWorld';
import { TestCluster } from './TestCluster';

const REQUESTED = 'reconcile.fluxcd.io/requestedAt';
const ref = { namespace: 'shop', name: 'web' };
const annotations = { 'stevedore.dev/authorized-stage': 'web:prod' };
const at = '2026-05-04T12:00:00Z';

const ready = (status: string, message: string) => ({
  conditions: [
    { type: 'Ready', status, reason: 'Told', message, lastTransitionTime: at },
  ],
});

const DIGEST = `sha256:${'1'.repeat(64)}`;
const release = (chartVersion: string) => ({
  history: [
    { name: 'web', status: 'deployed', chartName: 'web', chartVersion },
  ],
});

/** Kind; the revision that is named; what it is at before, and when it is there. */
const FLUX: [FluxKind, string, object, object][] = [
  ['HelmRelease', '1.2.3', release('1.2.2'), release('1.2.3')],
  [
    'OCIRepository',
    '1.2.3',
    { artifact: { revision: `1.2.2@${DIGEST}` } },
    { artifact: { revision: `1.2.3@${DIGEST}` } },
  ],
  [
    'HelmRepository',
    DIGEST,
    { artifact: { revision: `sha256:${'0'.repeat(64)}` } },
    { artifact: { revision: DIGEST } },
  ],
];

const WORKLOADS: [WorkloadKind, object, object][] = [
  [
    'StatefulSet',
    { replicas: 2, updatedReplicas: 1, readyReplicas: 2 },
    { replicas: 2, updatedReplicas: 2, readyReplicas: 2 },
  ],
  [
    'DaemonSet',
    {
      ...{ desiredNumberScheduled: 2, updatedNumberScheduled: 1 },
      numberAvailable: 2,
    },
    {
      ...{ desiredNumberScheduled: 2, updatedNumberScheduled: 2 },
      numberAvailable: 2,
    },
  ],
];

/** Every kind that a step may name and that has no suite of its own goes its whole way, on whatever cluster. */
export function kindsSuite(open: () => Promise<TestCluster>): void {
  let cluster: TestCluster;
  let world: PromotionWorld;
  let kind: ResourceKind;

  beforeEach(async () => {
    cluster = await open();
  });

  afterEach(async () => {
    await world.close();
    await cluster.remove(kind, ref.namespace, ref.name);
  });

  const create = (spec: object) =>
    cluster.create(kind, {
      metadata: { ...ref, annotations },
      ...{ spec },
    } as KubernetesObject);
  const start = async (step: string) => {
    world = await PromotionWorld.start(cluster, {
      ...{ stages: ['prod'], auto: ['prod'] },
      more: [step],
    });
    await world.engine.release('1.0.0');
  };
  const says = (text: string) =>
    world.until('prod', async () =>
      expect((await world.step('prod', 'it')).message).toContain(text),
    );
  const health = (status: string, issue?: string) =>
    world.until('prod', async () =>
      expect(await world.health('prod')).toMatchObject({
        status,
        ...(issue && { issues: [expect.stringContaining(issue)] }),
      }),
    );

  describe.each(FLUX)('%s', (name, revision, before, there) => {
    const step = (uses: string) =>
      `{uses: ${uses}, as: it, config: {resources: [{kind: ${name}, name: web, namespace: shop, revision: "${revision}"}]}}`;

    it('is reconciled, waited for at its revision, and the health of the stage', async () => {
      kind = FLUX_KINDS[name];
      await create({ interval: '10m' });
      await start(step('flux-reconcile'));
      const answer = async (status: object) => {
        const object = await cluster.read<FluxObject>(kind, ref);
        await cluster.report(kind, ref, {
          observedGeneration: object.metadata.generation,
          lastHandledReconcileAt: object.metadata.annotations?.[REQUESTED],
          ...status,
        });
      };
      await says('was asked to reconcile');
      await answer({ ...ready('True', 'done'), ...before });
      await says(`not at "${revision}"`);
      await answer(there);
      await world.ended('prod', 'Succeeded');
      await health('Healthy');
      await answer(ready('False', 'it broke'));
      await health('Unhealthy', `${name} "web" in namespace "shop" is not`);
      await cluster.change(kind, ref, { spec: { suspend: true } });
      await health('Progressing', 'is suspended');
    });

    it.each(['flux-reconcile', 'flux-wait'])(
      'fails %s with that sentence where it is suspended',
      async uses => {
        kind = FLUX_KINDS[name];
        await create({ interval: '10m', suspend: true });
        await start(step(uses));
        const { message } = await world.ended('prod', 'Errored');
        expect(message).toContain(
          `${name} "web" in namespace "shop" is suspended: Flux leaves it as it is until it is resumed`,
        );
      },
    );
  });

  it.each(WORKLOADS)(
    '%s is waited for, and the health of the stage',
    async (name, before, there) => {
      kind = WORKLOAD_KINDS[name];
      const withImage = (image: string) => ({
        ...(name === 'StatefulSet' && { replicas: 2 }),
        template: { spec: { containers: [{ image }] } },
      });
      await create(withImage('acme/web:0'));
      await start(
        `{uses: rollout-wait, as: it, config: {workloads: [{kind: ${name}, namespace: shop, name: web, images: ["acme/web:1.0.0"]}]}}`,
      );
      await says('has acme/web:0, not acme/web:1.0.0');
      await cluster.change(kind, ref, { spec: withImage('acme/web:1.0.0') });
      await says('changed, and is not rolled out yet');
      const report = async (status: object) => {
        const { metadata } = await cluster.read(kind, ref);
        const observedGeneration = metadata.generation;
        await cluster.report(kind, ref, { observedGeneration, ...status });
      };
      await report(before);
      await says('has 1 of 2 replicas updated');
      await report(there);
      await world.ended('prod', 'Succeeded');
      await health('Healthy');
      await report(before);
      await health('Progressing', `${name} "web" in namespace "shop" has 1 of`);
    },
  );
}
