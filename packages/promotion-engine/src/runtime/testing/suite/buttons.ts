import { PLATFORM } from '../../../model/scope';
import { EngineWorld } from '../EngineWorld';
import { ada, person } from './people';
import { OpenStore, worldsOn } from './worldsOn';

const rhea = person('rhea');
const FREEZE = {
  name: 'freeze',
  kind: 'Deny' as const,
  dtstart: '20200101T000000Z',
  dtend: '21200101T000000Z',
};

/** What a plan's button says is what its click does. */
export function buttonSuite(open: OpenStore): void {
  describe('the button of a plan', () => {
    const begin = worldsOn(open);
    const into = { project: 'web', stage: 'dev', actor: ada };
    const said = async (world: EngineWorld, freight: string, more = {}) =>
      (await world.engine.plan({ ...into, freight, ...more })).action;
    const everywhere = {
      project: PLATFORM,
      scope: {},
      actor: rhea,
      reason: 'quarter end',
    };

    it('says that a promotion will wait for the end of a lock or a freeze, and then does', async () => {
      const world = await begin({ stages: ['dev'], auto: [], time: false });
      const { name } = await world.release('1.0.0');
      expect(await said(world, name)).toBe('Promote 1.0.0 to dev');
      await world.gatekeeping.lock({ ...everywhere, blocks: 'automatic' });
      expect(await said(world, name)).toBe('Promote 1.0.0 to dev');
      await world.gatekeeping.lock({ ...everywhere, blocks: 'all' });
      expect(await said(world, name)).toBe(
        'Queue 1.0.0 for dev until the lock is released',
      );
      await world.gatekeeping.setWindow({ ...everywhere, window: FREEZE });
      expect(await said(world, name)).toBe(
        'Queue 1.0.0 for dev until the lock is released and the freeze ends',
      );
      const asked = await world.engine.request({ ...into, freight: name });
      await world.queue.settle();
      expect((await world.promotion(asked.name)).phase).toBe('Pending');
    });

    it('says that a rollback goes through a freeze, and waits for a lock', async () => {
      const world = await begin({
        stages: ['dev'],
        auto: ['dev'],
        time: false,
      });
      const first = await world.release('1.0.0');
      await world.release('1.1.0');
      const back = { rollback: true };
      await world.gatekeeping.setWindow({ ...everywhere, window: FREEZE });
      expect(await said(world, first.name, back)).toBe(
        'Roll dev back to 1.0.0',
      );
      expect(await said(world, first.name)).toBe(
        'Queue 1.0.0 for dev until the freeze ends',
      );
      await world.gatekeeping.lock({ ...everywhere, blocks: 'all' });
      expect(await said(world, first.name, back)).toBe(
        'Queue the rollback of dev to 1.0.0 until the lock is released',
      );
    });

    it('says it along with the approval that comes first', async () => {
      const world = await begin({
        stages: ['dev'],
        auto: [],
        approvals: { dev: '1 of group:default/release-managers' },
        time: false,
      });
      const { name } = await world.release('1.0.0');
      await world.gatekeeping.lock({ ...everywhere, blocks: 'all' });
      expect(await said(world, name)).toBe(
        'Request approval of 1.0.0 for dev (needs 1 of group:default/release-managers); it then waits until the lock is released',
      );
    });
  });
}
