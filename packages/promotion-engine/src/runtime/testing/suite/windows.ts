import { OpenStore, worldsOn } from './worldsOn';

const FOR_AGES =
  '{name: freeze, kind: Deny, dtstart: 20200101T000000Z, dtend: 21200101T000000Z, stageSelector: {name: prod}}';

/** What meets a closed window waits in the queue, and goes when it opens. */
export function windowSuite(open: OpenStore): void {
  describe('a promotion window', () => {
    const start = worldsOn(open);

    it('keeps promotions in the queue of the stages that it closes, and of no other', async () => {
      const auto = ['dev', 'prod'];
      const world = await start({
        stages: auto,
        auto,
        sideBySide: true,
        windows: [FOR_AGES],
      });
      await world.release('1.0.0');
      const [prod] = await world.promotions('prod');
      expect(prod.phase).toBe('Pending');
      expect(world.commitsOf(prod.name)).toEqual([]);
      const [dev] = await world.promotions('dev');
      expect(dev.phase).toBe('Succeeded');

      await world.define({ windows: [] });
      expect((await world.promotion(prod.name)).phase).toBe('Succeeded');
      expect(world.commitsOf(prod.name)).toHaveLength(1);
    });
  });
}
