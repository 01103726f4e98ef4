import { WORKLOAD_KINDS } from '../workloads/workloadKinds';
import { PromotionWorld } from './PromotionWorld';
import { TestCluster } from './TestCluster';

const ref = { namespace: 'shop', name: 'web' };
const { Deployment } = WORKLOAD_KINDS;
const withImage = (image: string) => ({
  spec: { replicas: 1, template: { spec: { containers: [{ image }] } } },
});

/** What `rollout-wait` promises, on whatever cluster. */
export function rolloutSuite(open: () => Promise<TestCluster>): void {
  it('waits until the image runs, and is the stage’s health from then on', async () => {
    const cluster = await open();
    const annotations = { 'stevedore.dev/authorized-stage': 'web:prod' };
    await cluster.create(Deployment, {
      metadata: { ...ref, annotations, labels: { app: 'web' } },
      ...withImage('acme/web:0'),
    });
    const rolledOut = (observedGeneration: number, availableReplicas = 1) =>
      cluster.report(Deployment, ref, {
        ...{ observedGeneration, availableReplicas },
        ...{ replicas: 1, updatedReplicas: 1 },
      });
    await rolledOut(1);
    const world = await PromotionWorld.start(cluster, {
      stages: ['prod'],
      auto: ['prod'],
      more: [
        `{uses: rollout-wait, as: wait, config: {workloads: [{namespace: shop, matchLabels: {app: web}, images: ["acme/web:\${{ imageFrom('localhost:1/web').Tag }}"]}]}}`,
      ],
    });
    const waitsFor = (text: string) =>
      world.until('prod', async () =>
        expect((await world.step('prod', 'wait')).message).toContain(text),
      );
    try {
      await world.engine.release('1.0.0');
      await waitsFor('has acme/web:0, not acme/web:1.0.0');
      await cluster.change(Deployment, ref, withImage('acme/web:1.0.0'));
      await waitsFor('changed, and is not rolled out yet');
      await rolledOut(2);
      await world.ended('prod', 'Succeeded');
      expect((await world.health('prod'))!.status).toBe('Healthy');
      await rolledOut(2, 0);
      await world.until('prod', async () =>
        expect(await world.health('prod')).toMatchObject({
          status: 'Progressing',
          issues: [
            'Deployment "web" in namespace "shop" has 0 of 1 replicas available',
          ],
        }),
      );
    } finally {
      await world.close();
      await cluster.remove(Deployment, ref.namespace, ref.name);
    }
  });
}
