import { Killed } from '../EngineWorld';
import { OpenStore, worldsOn } from './worldsOn';

/** A tag is known again by its object. */
export function tagSuite(open: OpenStore): void {
  describe('a pushed tag', () => {
    const start = worldsOn(open);

    it.each(['step.intended', 'step.attempted', 'step.finished'])(
      'is there once after a crash at %s',
      async point => {
        const world = await start({
          stages: ['dev'],
          auto: ['dev'],
          more: [
            '{uses: git-tag, config: {path: ./src, tag: v1, message: One}}',
            '{uses: git-push, as: publish, config: {path: ./src, tag: v1}}',
          ],
        });
        world.faults = {
          async at(reached, { step }) {
            if (reached === point && step === 'publish')
              throw new Killed(point);
          },
        };
        await world.release('1.1.0').catch(error => {
          if (!(error instanceof Killed)) throw error;
        });
        world.faults = { at: async () => undefined };
        await world.boot();
        await world.queue.settle();
        const [promotion] = await world.promotions();
        expect(promotion).toMatchObject({ phase: 'Succeeded' });
        const [commit] = world.commitsOf(promotion.name);
        world.remote.git('fetch', '-q', '--tags', 'origin');
        expect(world.remote.git('rev-parse', 'v1^{commit}')).toBe(commit);
      },
    );
  });
}
