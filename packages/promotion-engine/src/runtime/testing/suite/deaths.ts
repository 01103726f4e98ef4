import { chainFault } from '../../../decide/ledgerChain';
import { everyRow } from '../../../testing';
import { Killed } from '../EngineWorld';
import { OpenStore, worldsOn } from './worldsOn';

/** Every boundary, with how often it is passed on the way of one promotion. */
export const BOUNDARIES: Record<string, number> = {
  'promotion.started': 1,
  'step.before': 4,
  'step.ran': 3,
  'step.finished': 4,
  'step.intended': 1,
  'step.attempted': 1,
  'promotion.finished': 1,
};

/** Each boundary with each time it is passed. */
export const DEATHS = Object.entries(BOUNDARIES).flatMap(([point, times]) =>
  Array.from({ length: times }, (_, index) => [point, index + 1] as const),
);

/** A process that stops at a boundary, seen from inside; real kills are the host's test. */
export function deathSuite(open: OpenStore): void {
  describe('invariants 2, 5 and 10: a process that dies', () => {
    const start = worldsOn(open);

    it.each(DEATHS)(
      'at %s, time %i, leaves a promotion that finishes by itself, its commit on the branch once',
      async (point, time) => {
        const world = await start({ stages: ['dev'], auto: ['dev'] });
        let seen = 0;
        world.faults = {
          async at(reached) {
            if (reached !== point) return;
            seen += 1;
            if (seen === time) throw new Killed(point);
          },
        };
        await expect(world.release('1.1.0')).rejects.toThrow(Killed);
        world.faults = { at: async () => undefined };
        await world.boot();
        await world.queue.settle();
        const [promotion] = await world.promotions();
        expect(promotion.phase).toBe('Succeeded');
        expect(world.commitsOf(promotion.name)).toHaveLength(1);
        const rows = await everyRow(world.store, 'web');
        await world.store.rebuild('web');
        expect(await everyRow(world.store, 'web')).toEqual(rows);
        const chain = await world.store.entries('web', { limit: 1000 });
        expect(chainFault(chain)).toBeUndefined();
      },
    );
  });
}
