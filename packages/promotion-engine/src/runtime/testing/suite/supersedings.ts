import { ada } from './people';
import { OpenStore, worldsOn } from './worldsOn';

/** What becomes of a request when newer freight comes. */
export function supersedingSuite(open: OpenStore): void {
  describe('newer freight', () => {
    const start = worldsOn(open);
    const approvals = { dev: '1 of group:default/release-managers' };

    it('takes the place of an older automatic request, visibly', async () => {
      const world = await start({ stages: ['dev'], auto: ['dev'], approvals });
      await world.release('1.0.0');
      await world.release('1.1.0');
      const [newer, older] = await world.promotions();
      expect(older).toMatchObject({
        phase: 'Superseded',
        message: expect.stringContaining('superseded by '),
      });
      expect(newer).toMatchObject({ phase: 'Requested', automatic: true });
      const { items } = await world.store.history('web', {
        limit: 10,
        subject: `promotion:${older.name}`,
      });
      expect(items[0]).toMatchObject({
        verb: 'promotion.finished',
        actor: 'component:auto-promotion',
      });
    });

    it('leaves the request of a person where it is', async () => {
      const world = await start({ stages: ['dev'], approvals });
      const freight = await world.release('1.0.0');
      const asked = await world.engine.request({
        project: 'web',
        stage: 'dev',
        freight: freight.name,
        actor: ada,
      });
      await world.define({ auto: ['dev'] });
      await world.release('1.1.0');
      expect((await world.promotion(asked.name)).phase).toBe('Requested');
      const [automatic, mine] = await world.promotions();
      expect(mine.name).toBe(asked.name);
      expect(automatic).toMatchObject({ phase: 'Requested', automatic: true });
    });
  });
}
