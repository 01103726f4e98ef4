import {
  createRolloutActs,
  Definitions,
  RolloutAct,
  RolloutActs,
  systemClock,
} from '@stevedore/promotion-engine';
import { Rollouts } from '../rollouts/Rollouts';
import { ROLLOUTS } from '../rollouts/rollout';
import { playRollouts } from './playRollouts';
import { PromotionWorld } from './PromotionWorld';
import { TestCluster } from './TestCluster';

const ref = { namespace: 'shop', name: 'web' };
const at = { project: 'web', stage: 'prod' };
const actor = { ref: 'user:default/ada', ownership: ['user:default/ada'] };
const template = (tag: string) => ({
  spec: { containers: [{ image: `acme/web:${tag}` }] },
});
const STEPS = [{ setWeight: 20 }, { pause: {} }, { setWeight: 60 }];

const WAIT = `{uses: rollout-wait, as: wait, config: {workloads: [{kind: Rollout, namespace: shop, name: web, images: ["acme/web:\${{ imageFrom('localhost:1/web').Tag }}"]}]}}`;

const create = (cluster: TestCluster) =>
  cluster.create(ROLLOUTS, {
    metadata: {
      ...ref,
      annotations: { 'stevedore.dev/authorized-stage': 'web:prod' },
    },
    ...{
      spec: {
        ...{ replicas: 5, template: template('0') },
        strategy: { canary: { steps: STEPS } },
      },
    },
  });

/** Rollouts as what a promotion waits for, and as the health of its stage. */
export function rolloutHealthSuite(open: () => Promise<TestCluster>): void {
  it('is waited for while people steer it, and is the stage’s health from then on', async () => {
    const cluster = await open();
    const controller = await playRollouts(cluster);
    await create(cluster);
    const world = await PromotionWorld.start(cluster, {
      ...{ stages: ['prod'], auto: ['prod'], more: [WAIT] },
    });
    const acts = actsOf(world);
    const waitsFor = (text: string) =>
      world.until('prod', async () =>
        expect((await world.step('prod', 'wait')).message).toContain(text),
      );
    const healthIs = (status: string, issue: string) =>
      world.until('prod', async () =>
        expect(await world.health('prod')).toMatchObject({
          status,
          issues: [expect.stringContaining(issue)],
        }),
      );
    try {
      await world.engine.release('1.0.0');
      await waitsFor('has acme/web:0, not acme/web:1.0.0');
      await cluster.change(ROLLOUTS, ref, {
        spec: { template: template('1.0.0') },
      });
      await waitsFor(
        'is paused (canary at 20 %, step 2 of 3) until somebody goes on with it',
      );
      await steer(acts, 'promote');
      await world.ended('prod', 'Succeeded');
      expect((await world.health('prod'))!.status).toBe('Healthy');
      await cluster.change(ROLLOUTS, ref, {
        spec: { template: template('1.0.0-hotfix') },
      });
      await healthIs('Progressing', 'has acme/web:1.0.0-hotfix');
      await cluster.change(ROLLOUTS, ref, {
        spec: { template: template('1.0.0') },
      });
      await world.until('prod', async () =>
        expect((await world.health('prod'))!.status).toBe('Healthy'),
      );
    } finally {
      await world.close();
      await controller.stop();
      await cluster.remove(ROLLOUTS, ref.namespace, ref.name);
    }
  });

  it('fails the promotion when it is aborted', async () => {
    const cluster = await open();
    const controller = await playRollouts(cluster);
    await create(cluster);
    const world = await PromotionWorld.start(cluster, {
      ...{ stages: ['prod'], auto: ['prod'], more: [WAIT] },
    });
    const acts = actsOf(world);
    try {
      await world.engine.release('1.0.0');
      await cluster.change(ROLLOUTS, ref, {
        spec: { template: template('1.0.0') },
      });
      await world.until('prod', async () =>
        expect((await world.step('prod', 'wait')).message).toContain(
          'is paused',
        ),
      );
      await steer(acts, 'abort');
      const { message } = await world.ended('prod', 'Failed');
      expect(message).toContain('is degraded: RolloutAborted');
    } finally {
      await world.close();
      await controller.stop();
      await cluster.remove(ROLLOUTS, ref.namespace, ref.name);
    }
  });
}

async function steer(acts: RolloutActs, act: RolloutAct): Promise<void> {
  const [{ ref: rollout, state }] = await acts.read(at);
  await acts.act({ ...at, rollout, act, seen: state!.seen, actor });
}

/** The stage names none itself: it has those that its promotion waits for. */
function actsOf({ clusters, engine }: PromotionWorld): RolloutActs {
  return createRolloutActs({
    rollouts: new Rollouts(clusters),
    store: engine.store,
    clock: systemClock,
    events: { publish: () => undefined },
    masker: engine.masker,
    grants: { refusal: async ({ url }) => `${url}: no` },
    definitions: {
      load: async () => ({
        project: { stages: [{ name: 'prod' }] },
        entityRef: 'component:default/web',
      }),
    } as unknown as Definitions,
  });
}
