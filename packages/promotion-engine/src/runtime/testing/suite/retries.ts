import { EngineWorld } from '../EngineWorld';
import { ada, person } from './people';
import { OpenStore, worldsOn } from './worldsOn';

/** Trying again what ended badly. */
export function retrySuite(open: OpenStore): void {
  describe('a retry', () => {
    const start = worldsOn(open);
    const retry = (world: EngineWorld, promotion: string) =>
      world.engine.retry({ project: 'web', promotion, actor: person('rhea') });

    it('requests anew what failed, under its own name', async () => {
      const world = await start({ stages: ['dev'], auto: ['dev'] });
      world.refused.push('dev/values.yaml');
      await world.release('1.1.0');
      const [failed] = await world.promotions();
      expect(failed.phase).toBe('Failed');
      world.refused.pop();
      const again = await retry(world, failed.name);
      await world.queue.settle();
      expect(again).toMatchObject({
        requester: 'user:default/rhea',
        automatic: false,
        freight: { name: failed.freight.name },
      });
      expect(again.name).not.toBe(failed.name);
      expect((await world.promotion(again.name)).phase).toBe('Succeeded');
      expect((await world.promotion(failed.name)).phase).toBe('Failed');
      expect(world.commitsOf(again.name)).toHaveLength(1);
    });

    it('is refused for what succeeded, what waits, and what is not there', async () => {
      const world = await start({
        stages: ['dev', 'prod'],
        auto: ['dev'],
        approvals: { prod: '1 of group:default/release-managers' },
      });
      const freight = await world.release('1.1.0');
      const [succeeded] = await world.promotions();
      await expect(retry(world, succeeded.name)).rejects.toThrow(
        'it is Succeeded; only what ended badly can be tried again',
      );
      const waiting = await world.engine.request({
        project: 'web',
        stage: 'prod',
        freight: freight.name,
        actor: ada,
      });
      await expect(retry(world, waiting.name)).rejects.toThrow(
        'it is Requested',
      );
      await expect(retry(world, 'dev.nothing')).rejects.toThrow(
        'there is no promotion dev.nothing',
      );
    });
  });
}
