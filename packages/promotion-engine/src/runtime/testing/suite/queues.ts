import { EngineWorld, EngineWorldOptions } from '../EngineWorld';
import { ada } from './people';
import { OpenStore, worldsOn } from './worldsOn';

/** How what waits for a stage goes. */
export function queueSuite(open: OpenStore): void {
  describe('the queue of a stage', () => {
    const begin = worldsOn(open);
    const start = (queue: string, options: Partial<EngineWorldOptions> = {}) =>
      begin({
        stages: ['dev'],
        auto: ['dev'],
        time: false,
        annotations: { dev: [`stevedore.dev/queue: "${queue}"`] },
        ...options,
      });
    const lock = (world: EngineWorld) =>
      world.gatekeeping.lock({
        project: 'web',
        scope: {},
        blocks: 'all',
        actor: ada,
        reason: 'wait',
      });
    const phases = async (world: EngineWorld) =>
      (await world.promotions('dev')).map(({ phase }) => phase);

    it('that goes in order takes every version that a policy promotes, one after the other', async () => {
      const world = await start('in order');
      await world.release('1.0.0');
      const { id } = await lock(world);
      await world.release('1.1.0');
      await world.release('1.2.0');
      expect(await phases(world)).toEqual(['Pending', 'Pending', 'Succeeded']);
      await world.gatekeeping.release({
        project: 'web',
        id,
        actor: ada,
        queue: 'release',
      });
      await world.queue.settle();
      expect(await phases(world)).toEqual([
        'Succeeded',
        'Succeeded',
        'Succeeded',
      ]);
      expect(world.file('dev/values.yaml')).toContain('1.2.0');
    });

    it('that takes the newest ends older ones that wait, and says by what', async () => {
      const world = await start('newest', { auto: [] });
      await lock(world);
      for (const version of ['1.0.0', '1.1.0', '1.2.0']) {
        const freight = await world.release(version);
        await world.engine.request({
          project: 'web',
          stage: 'dev',
          freight: freight.name,
          actor: ada,
        });
      }
      await world.queue.settle();
      const [newest, ...older] = await world.promotions('dev');
      expect(newest.phase).toBe('Pending');
      for (const { phase, message } of older) {
        expect(phase).toBe('Superseded');
        expect(message).toMatch(/^superseded by .* \(dev\..*\)/);
      }
    });

    it('that takes batches keeps all of one until it leaves', async () => {
      const world = await start('batch 168h');
      await world.release('1.0.0');
      await world.release('1.1.0');
      const [newer, older] = await world.promotions('dev');
      expect([newer.phase, older.phase]).toEqual(['Pending', 'Pending']);
      const { verdicts } = await world.gatekeeping.whatIf({
        project: 'web',
        stage: 'dev',
        freight: newer.freight.name,
      });
      expect(verdicts.map(({ gate }) => gate)).toContain('queue');
    });
  });
}
