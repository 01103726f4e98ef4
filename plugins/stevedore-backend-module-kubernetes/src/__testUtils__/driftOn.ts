import { KubernetesObject } from '../api/resourceKind';
import { Workload, WORKLOAD_KINDS } from '../workloads/workloadKinds';
import { eventually } from './eventually';
import { PromotionWorld } from './PromotionWorld';
import { TestCluster } from './TestCluster';

/** Objects that the stage of these worlds may touch. */
export const annotations = {
  'kargo.akuity.io/authorized-stage': 'web:prod',
  'stevedore.dev/authorized-stage': 'web:prod',
};

export const withImage = (image: string) => ({
  spec: { replicas: 1, template: { spec: { containers: [{ image }] } } },
});

/** A world for each test, with one stage that ends with a step of the test's. */
export function driftOn(open: () => Promise<TestCluster>) {
  const on = {} as { cluster: TestCluster; world: PromotionWorld };

  beforeEach(async () => {
    on.cluster = await open();
  });

  afterEach(() => on.world.close());

  const drift = () =>
    on.world.engine.engine.drift({ project: 'web', stage: 'prod' });

  return {
    on,
    async start(step: string) {
      on.world = await PromotionWorld.start(on.cluster, {
        ...{ stages: ['prod'], auto: ['prod'] },
        more: [step],
      });
    },
    drift,
    shows: (expected: object) =>
      on.world.until('prod', async () =>
        expect(await drift()).toMatchObject(expected),
      ),
    /** Open pages are told of what happens, once they have looked. */
    async telling(act: () => Promise<unknown>) {
      const told = () =>
        on.world.engine.told.filter(({ subjects }) =>
          subjects.includes('stage:prod'),
        ).length;
      const before = told();
      await act();
      await eventually(() => expect(told()).toBeGreaterThan(before));
    },
    /** A workload that is rolled out with an image. */
    async deploy(
      kind: (typeof WORKLOAD_KINDS)['Deployment' | 'StatefulSet'],
      metadata: KubernetesObject['metadata'] & { namespace: string },
      image: string,
    ) {
      const object: Workload = { metadata, ...withImage(image) };
      await on.cluster.create(kind, object);
      await on.cluster.report(kind, metadata, rolledOut(1));
    },
  };
}

/** Status of a workload with one replica, once its controller has looked at it. */
export const rolledOut = (observedGeneration: number) => ({
  ...{ observedGeneration, availableReplicas: 1 },
  ...{ replicas: 1, updatedReplicas: 1 },
});
