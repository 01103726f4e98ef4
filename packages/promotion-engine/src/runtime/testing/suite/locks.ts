import { PLATFORM } from '../../../model/scope';
import { EngineWorld, EngineWorldOptions } from '../EngineWorld';
import { ada, person } from './people';
import { OpenStore, worldsOn } from './worldsOn';

const rhea = person('rhea');
const bot = { ref: 'component:external:pager', ownership: [] };

/** Stop-the-line by people and bots. */
export function lockSuite(open: OpenStore): void {
  describe('a lock', () => {
    const begin = worldsOn(open);
    const start = (options: Partial<EngineWorldOptions> = {}) =>
      begin({ stages: ['dev'], auto: ['dev'], time: false, ...options });
    const lock = (world: EngineWorld, more: object = {}) =>
      world.gatekeeping.lock({
        project: PLATFORM,
        scope: {},
        blocks: 'all',
        actor: bot,
        reason: 'incident 42',
        ...more,
      });
    const release = async (
      world: EngineWorld,
      id: string,
      more: object = {},
    ) => {
      const project = (await world.store.lock('web', id)) ? 'web' : PLATFORM;
      await world.gatekeeping.release({ project, id, actor: rhea, ...more });
      await world.queue.settle();
    };
    const ask = async (world: EngineWorld, freight: string) => {
      const asked = await world.engine.request({
        project: 'web',
        stage: 'dev',
        freight,
        actor: ada,
      });
      await world.queue.settle();
      return asked.name;
    };
    const phase = async (world: EngineWorld, name: string) =>
      (await world.promotion(name)).phase;

    it('keeps promotions in the queue, asks what becomes of them, and lets them go', async () => {
      const world = await start();
      const { id } = await lock(world, { link: 'https://acme.example/42' });
      await world.release('1.0.0');
      const [waits] = await world.promotions('dev');
      expect(waits.phase).toBe('Pending');
      await expect(release(world, id)).rejects.toThrow(
        '1 promotion waits behind this lock (dev of web): say queue: release',
      );
      expect(await phase(world, waits.name)).toBe('Pending');
      await release(world, id, { queue: 'release', reason: 'mended' });
      expect(await phase(world, waits.name)).toBe('Succeeded');
      expect(await world.store.lock(PLATFORM, id)).toMatchObject({
        actor: bot.ref,
        released: { actor: rhea.ref, queue: 'release', reason: 'mended' },
      });
      await expect(release(world, id)).rejects.toThrow(
        'has released it already',
      );
    });

    it('lets what waited be given up', async () => {
      const world = await start();
      const { id } = await lock(world);
      await world.release('1.0.0');
      const [waits] = await world.promotions('dev');
      await release(world, id, { queue: 'drop' });
      expect(await world.promotion(waits.name)).toMatchObject({
        phase: 'Aborted',
        message: expect.stringContaining('user:default/rhea'),
      });
      expect(world.commitsOf(waits.name)).toEqual([]);
    });

    it('counts beside others: each is released by itself', async () => {
      const world = await start();
      const one = await lock(world);
      const other = await lock(world, {
        project: 'web',
        scope: { stages: { name: 'dev' } },
        actor: ada,
        reason: 'looking into it',
      });
      await world.release('1.0.0');
      const [waits] = await world.promotions('dev');
      await release(world, one.id, { queue: 'release' });
      expect(await phase(world, waits.name)).toBe('Pending');
      await release(world, other.id, { queue: 'release' });
      expect(await phase(world, waits.name)).toBe('Succeeded');
    });

    it('of automatic promotions leaves people alone, and what they ask for goes first', async () => {
      const world = await start();
      const first = await world.release('1.0.0');
      await lock(world, { blocks: 'automatic' });
      await world.release('1.1.0');
      const [automatic] = await world.promotions('dev');
      expect(await phase(world, automatic.name)).toBe('Pending');
      const mine = await ask(world, first.name);
      expect(await phase(world, mine)).toBe('Succeeded');
    });

    it('holds rollbacks back too, when it holds all', async () => {
      const world = await start();
      await world.release('1.0.0');
      await world.release('1.1.0');
      const { id } = await lock(world);
      const back = await world.engine.rollback({
        project: 'web',
        stage: 'dev',
        actor: ada,
      });
      await world.queue.settle();
      expect(await phase(world, back.name)).toBe('Pending');
      await release(world, id, { queue: 'release' });
      expect(await phase(world, back.name)).toBe('Succeeded');
    });

    it('counts until its time is over', async () => {
      const world = await start();
      const { until } = await lock(world, { until: '2999-01-01T00:00:00Z' });
      const freight = await world.release('1.0.0');
      const at = (moment: string) =>
        world.gatekeeping.whatIf({
          project: 'web',
          stage: 'dev',
          freight: freight.name,
          at: moment,
        });
      const before = await at('2998-12-31T00:00:00Z');
      expect(before.first).toMatchObject({ gate: 'locks', clearsAt: until });
      const after = await at('2999-01-01T00:00:00Z');
      expect(after.verdicts.find(({ gate }) => gate === 'locks')).toMatchObject(
        {
          status: 'pass',
        },
      );
    });

    it.each([
      [{ reason: '' }, 'say why'],
      [{ until: '2001-01-01T00:00:00Z' }, 'is over already'],
      [{ until: 'soon' }, 'is no moment'],
      [{ link: 'ftp://x' }, 'is no web address'],
    ])('is refused for %j', async (change, why) => {
      const world = await start({ auto: [] });
      await expect(lock(world, change)).rejects.toThrow(why);
      expect(await world.store.locks(PLATFORM)).toEqual([]);
    });
  });
}
