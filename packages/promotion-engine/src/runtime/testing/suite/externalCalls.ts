import { createHttpClient } from '../../../adapters/http';
import { postStep } from '../../../testing';
import { EngineWorld, Killed } from '../EngineWorld';
import { CountingServer, startCountingServer } from '../startCountingServer';
import { person } from './people';
import { OpenStore, worldsOn } from './worldsOn';

/** Calls that nobody can look up afterwards: a POST with a lost answer. */
export function externalCallSuite(open: OpenStore): void {
  describe('a POST', () => {
    const start = worldsOn(open);
    let server: CountingServer;
    beforeEach(async () => {
      server = await startCountingServer();
    });
    afterEach(() => server.close());

    /** Dev promotes 1.1.0, and tells the server after the push. */
    async function run(
      config: { idempotent?: boolean } = {},
      dieAt?: string,
    ): Promise<EngineWorld> {
      const text = JSON.stringify({ url: server.url, body: 'x', ...config });
      const world = await start({
        stages: ['dev'],
        auto: ['dev'],
        more: [`{uses: test-post, as: tell, config: ${text}}`],
        steps: [postStep],
        http: createHttpClient({ allow: [server.host] }),
      });
      world.faults = {
        async at(point, { step }) {
          if (point === dieAt && step === 'tell') throw new Killed(point);
        },
      };
      await world.release('1.1.0').catch(error => {
        if (!(error instanceof Killed)) throw error;
      });
      return world;
    }

    /** The next process, without faults. */
    async function reboot(world: EngineWorld) {
      world.faults = { at: async () => undefined };
      await world.boot();
      await world.queue.settle();
      return (await world.promotions())[0];
    }

    it('is made once, with a key of its own', async () => {
      const world = await run();
      expect((await world.promotions())[0]).toMatchObject({
        phase: 'Succeeded',
      });
      expect(server.posts).toEqual([
        { key: expect.stringMatching(/^[0-9a-f]{64}$/), body: 'x' },
      ]);
    });

    it.each(['step.intended', 'step.attempted'])(
      'asks a person after a crash at %s, and is not repeated before the answer',
      async point => {
        const world = await run({}, point);
        const before = server.posts.length;
        expect(before).toBe(point === 'step.intended' ? 0 : 1);
        const asking = await reboot(world);
        expect(asking).toMatchObject({
          phase: 'Running',
          question: { step: 4, text: expect.stringContaining('nobody knows') },
        });
        await reboot(world);
        expect(server.posts).toHaveLength(before);
        const verbs = (await world.store.entries('web', { limit: 100 })).map(
          entry => entry.verb,
        );
        expect(verbs.filter(verb => verb === 'promotion.asked')).toHaveLength(
          1,
        );
        await world.engine.retry({
          project: 'web',
          promotion: asking.name,
          actor: person('rhea'),
        });
        await world.queue.settle();
        const done = await world.promotion(asking.name);
        expect(done.phase).toBe('Succeeded');
        expect(done.question).toBeUndefined();
        expect(server.posts).toHaveLength(before + 1);
        expect(new Set(server.posts.map(post => post.key)).size).toBe(1);
        expect(world.commitsOf(asking.name)).toHaveLength(1);
      },
    );

    it('asks a person when the answer was lost, without any crash', async () => {
      server.silent = true;
      const world = await run();
      const [asking] = await world.promotions();
      expect(asking).toMatchObject({ phase: 'Running', question: { step: 4 } });
      expect(server.posts).toHaveLength(1);
    });

    it('that was asked about can be aborted, and it says what nobody knows', async () => {
      const world = await run({}, 'step.attempted');
      const asking = await reboot(world);
      await world.engine.abort({
        project: 'web',
        promotion: asking.name,
        actor: person('rhea'),
      });
      await world.queue.settle();
      const [commit] = world.commitsOf(asking.name);
      const aborted = await world.promotion(asking.name);
      expect(aborted.question).toBeUndefined();
      expect(aborted).toMatchObject({
        phase: 'Aborted',
        message:
          `aborted by user:default/rhea; commit ${commit.slice(0, 7)} is on ` +
          `main; nobody knows whether POST ${server.url} was carried out: look there, then retry or abort`,
      });
      expect(server.posts).toHaveLength(1);
    });

    it('that may be repeated is repeated by itself, with the same key', async () => {
      const world = await run({ idempotent: true }, 'step.attempted');
      const done = await reboot(world);
      expect(done.phase).toBe('Succeeded');
      expect(done.question).toBeUndefined();
      expect(server.posts).toHaveLength(2);
      expect(server.posts[0].key).toBe(server.posts[1].key);
    });
  });
}
