import { PLATFORM } from '../../../model/scope';
import { EngineWorld, EngineWorldOptions } from '../EngineWorld';
import { ada, person } from './people';
import { OpenStore, worldsOn } from './worldsOn';

const YEARS = {
  name: 'freeze',
  kind: 'Deny' as const,
  dtstart: '20200101T000000Z',
  dtend: '21200101T000000Z',
};
const rhea = person('rhea');

/** A freeze over the whole catalog, set by one person. */
export function freezeSuite(open: OpenStore): void {
  describe('a freeze of everything', () => {
    const begin = worldsOn(open);
    const start = (options: Partial<EngineWorldOptions> = {}) =>
      begin({ stages: ['dev'], auto: ['dev'], time: false, ...options });
    const freeze = (world: EngineWorld, more: object = {}) =>
      world.gatekeeping.setWindow({
        project: PLATFORM,
        scope: {},
        window: YEARS,
        actor: rhea,
        reason: 'quarter end',
        ...more,
      });
    const thaw = async (world: EngineWorld, id: string) => {
      await world.gatekeeping.endWindow({ project: PLATFORM, id, actor: rhea });
      await world.queue.settle();
    };
    const ask = (world: EngineWorld, freight: string) =>
      world.engine.request({
        project: 'web',
        stage: 'dev',
        freight,
        actor: ada,
      });

    it('tells every page at once, keeps promotions in their queue, and lets the newest go at its end', async () => {
      const world = await start();
      const { id } = await freeze(world);
      expect(world.told).toContainEqual({
        project: PLATFORM,
        subjects: [`window:${id}`],
      });
      await world.release('1.0.0');
      await world.release('1.1.0');
      const [newer, older] = await world.promotions('dev');
      expect(newer.phase).toBe('Pending');
      expect(older).toMatchObject({
        phase: 'Superseded',
        message: expect.stringContaining('superseded by'),
      });
      const report = await world.gatekeeping.whatIf({
        project: 'web',
        stage: 'dev',
        freight: newer.freight.name,
      });
      expect(report.first).toMatchObject({
        gate: 'windows',
        status: 'waiting',
        sentence: expect.stringContaining(
          'freeze by user:default/rhea: quarter end',
        ),
        clearedBy: ['time', 'whoever may end freezes'],
      });
      await thaw(world, id);
      expect((await world.promotion(newer.name)).phase).toBe('Succeeded');
      const entries = await world.store.entries(PLATFORM, { limit: 10 });
      expect(entries.map(({ verb, actor }) => [verb, actor])).toEqual([
        ['window.set', rhea.ref],
        ['window.ended', rhea.ref],
      ]);
    });

    it('keeps what people asked for back too, and lets only the newest go', async () => {
      const world = await start({ auto: [] });
      const { id } = await freeze(world);
      const first = await ask(world, (await world.release('1.0.0')).name);
      await world.queue.settle();
      const second = await ask(world, (await world.release('1.1.0')).name);
      await world.queue.settle();
      expect(await world.promotion(first.name)).toMatchObject({
        phase: 'Superseded',
        message: expect.stringContaining('only the newest goes when dev opens'),
      });
      await thaw(world, id);
      expect((await world.promotion(second.name)).phase).toBe('Succeeded');
    });

    it('lets all go in order where the queue of the stage says so', async () => {
      const annotations = { dev: ['stevedore.dev/queue: "in order"'] };
      const world = await start({ auto: [], annotations });
      const { id } = await freeze(world);
      const asked = [
        await ask(world, (await world.release('1.0.0')).name),
        await ask(world, (await world.release('1.1.0')).name),
      ];
      await world.queue.settle();
      for (const { name } of asked)
        expect((await world.promotion(name)).phase).toBe('Pending');
      await thaw(world, id);
      for (const { name } of asked)
        expect((await world.promotion(name)).phase).toBe('Succeeded');
      expect(world.file('dev/values.yaml')).toContain('1.1.0');
    });

    it('lets a rollback go, before what waits', async () => {
      const world = await start();
      await world.release('1.0.0');
      await world.release('1.1.0');
      await freeze(world);
      await world.release('1.2.0');
      const [waits] = await world.promotions('dev');
      expect(waits.phase).toBe('Pending');
      const back = await world.engine.rollback({
        project: 'web',
        stage: 'dev',
        actor: ada,
      });
      await world.queue.settle();
      expect((await world.promotion(back.name)).phase).toBe('Succeeded');
      expect(world.commitsOf(waits.name)).toEqual([]);
      expect(world.file('dev/values.yaml')).toContain('1.0.0');
    });

    it('keeps a rollback back when it says so', async () => {
      const world = await start();
      await world.release('1.0.0');
      await world.release('1.1.0');
      await freeze(world, { rollbacks: true });
      const back = await world.engine.rollback({
        project: 'web',
        stage: 'dev',
        actor: ada,
      });
      await world.queue.settle();
      expect((await world.promotion(back.name)).phase).toBe('Pending');
    });

    it('leaves alone what its scope does not mean', async () => {
      const world = await start();
      await freeze(world, { scope: { entities: ['system:default/other'] } });
      await freeze(world, { scope: { stages: { name: 'glob:prod*' } } });
      await world.release('1.0.0');
      expect((await world.promotions('dev'))[0].phase).toBe('Succeeded');
    });

    it.each([
      [{ reason: ' ' }, 'say why'],
      [{ window: { ...YEARS, dtend: 'never' } }, 'is no date-time'],
      [{ window: { ...YEARS, name: '' } }, 'give the window a name'],
      [{ link: 'file:///etc/passwd' }, 'is no web address'],
      [{ scope: { stages: { name: 'regex:(' } } }, 'cannot be read'],
      [{ project: 'web', scope: { entities: [] } }, 'concerns that component'],
      [
        { project: 'web', scope: { stages: { name: 'qa' } } },
        'no stage of web',
      ],
      [{ project: 'nope' }, 'there is no pipeline nope'],
    ])('is refused for %j', async (change, why) => {
      const world = await start({ auto: [] });
      await expect(freeze(world, change)).rejects.toThrow(why);
      expect(await world.store.windows(PLATFORM)).toEqual([]);
      expect(await world.store.windows('web')).toEqual([]);
    });
  });
}
