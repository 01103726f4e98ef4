import { askFor, MANAGERS, onPlan, unchanged } from './deciding';
import { person } from './people';
import { OpenStore, worldsOn } from './worldsOn';

const HOUR = 3_600_000;

/** Approvals that are old, or taken back after they let something go. */
export function expirySuite(open: OpenStore): void {
  describe('an approval that lets a promotion wait in the queue', () => {
    const start = worldsOn(open);
    const begin = () => {
      const clock = { at: Date.UTC(2026, 0, 1, 12), now: () => clock.at };
      const deny =
        '{kind: Deny, name: night, dtstart: "20260101T100000Z", dtend: "20260102T100000Z"}';
      return { clock, deny };
    };

    it('counts no more after its time: it waits for people again, and can be approved anew', async () => {
      const { clock } = begin();
      const world = await start({
        stages: ['prod'],
        clock,
        approvals: { prod: `2 of ${MANAGERS}, expires 2h` },
      });
      const { name } = await askFor(world);
      const plan = onPlan(world, name);
      await plan.approve(person('ravi'));
      clock.at += 2 * HOUR;
      expect((await plan.approve(person('rosa'))).phase).toBe('Requested');
      expect((await plan.approve(person('ravi'))).phase).toBe('Succeeded');
    });

    it('expires there, too, and holds nothing while people are asked again', async () => {
      const { clock } = begin();
      const world = await start({
        stages: ['prod'],
        clock,
        approvals: { prod: `1 of ${MANAGERS}, expires 2h` },
      });
      const first = await askFor(world);
      await world.queue.settle();
      world.faults = {
        async at(point) {
          if (point === 'promotion.started') clock.at += 2 * HOUR;
        },
      };
      const waiting = await onPlan(world, first.name).approve(person('ravi'));
      expect(waiting.phase).toBe('Requested');
      expect(world.commitsOf(first.name)).toEqual([]);
      const stage = await world.store.stage('web', 'prod');
      expect(stage?.currentPromotion).toBeUndefined();
      const verbs = (await world.store.entries('web', { limit: 99 })).map(
        ({ verb }) => verb,
      );
      expect(verbs).toContain('promotion.unapproved');
      world.faults = { at: async () => undefined };
      const done = await onPlan(world, first.name).approve(person('ravi'));
      expect(done.phase).toBe('Succeeded');
    });

    it('can be taken back until the promotion runs', async () => {
      const { clock, deny } = begin();
      const world = await start({
        stages: ['prod'],
        clock,
        approvals: { prod: `1 of ${MANAGERS}` },
        windows: [`{stageSelector: {name: prod}, ${deny.slice(1)}`],
      });
      const { name } = await askFor(world);
      const plan = onPlan(world, name);
      expect((await plan.approve(person('ravi'))).phase).toBe('Pending');
      await unchanged(
        world,
        () => plan.withdraw(person('rosa')),
        'has not approved',
      );
      expect((await plan.withdraw(person('ravi'))).phase).toBe('Requested');
      expect((await plan.approve(person('rosa'))).phase).toBe('Pending');
    });
  });
}
