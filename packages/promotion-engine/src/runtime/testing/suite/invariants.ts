import { z } from 'zod';
import { Gate } from '../../../decide/evaluateGates';
import { GateVerdict } from '../../../model/gate';
import { defineStep } from '../../../registry/step';
import { everyRow } from '../../../testing';
import { ada } from './people';
import { OpenStore, worldsOn } from './worldsOn';

const into = { project: 'web', stage: 'dev', actor: ada };

/** A gate that says what the test says. */
function saidGate(verdict: { status: GateVerdict['status'] }): Gate {
  return {
    id: 'said',
    moments: ['request', 'start', 'effect'],
    evaluate: () => ({
      status: verdict.status,
      sentence: `the test says ${verdict.status}`,
      evidence: {},
      clearedBy: [],
    }),
  };
}

/** The promises of the design that no other suite names. */
export function invariantSuite(open: OpenStore): void {
  describe('the engine', () => {
    const start = worldsOn(open);

    it("invariant 1: two replicas never run one stage's promotions at the same time", async () => {
      let now = 0;
      let most = 0;
      const counting = defineStep<object, never>({
        id: 'test-count',
        effect: 'none',
        schema: z.strictObject({}),
        capabilities: [],
        async run() {
          now += 1;
          most = Math.max(most, now);
          await new Promise(resolve => setTimeout(resolve, 20));
          now -= 1;
          return { status: 'succeeded' };
        },
      });
      const world = await start({
        stages: ['dev'],
        steps: [counting],
        more: ['{uses: test-count}'],
      });
      const freight = await world.release('1.1.0');
      const asked = [1, 2, 3].map(() =>
        world.engine.request({ ...into, freight: freight.name }),
      );
      await Promise.all(asked);
      const other = await world.replica('other');
      const unfinished = async () =>
        (await world.store.openPromotions('web')).length;
      while ((await unfinished()) > 0) {
        for (const { engine } of [world, other]) await engine.start();
        await Promise.all([world.queue.settle(), other.queue.settle()]);
      }
      expect(most).toBe(1);
      const all = await world.promotions();
      expect(all.map(each => each.phase)).toEqual(Array(3).fill('Succeeded'));
    });

    it.each(['blocked', 'waiting', 'unknown'] as const)(
      'invariant 3: no freight enters a stage while a gate says %s',
      async status => {
        const said: { status: GateVerdict['status'] } = { status };
        const world = await start({
          stages: ['dev'],
          gates: [saidGate(said)],
        });
        const freight = await world.release('1.1.0');
        const request = () =>
          world.engine.request({ ...into, freight: freight.name });
        await expect(request()).rejects.toThrow(`the test says ${status}`);
        said.status = 'pass';
        const { name } = await request();
        world.faults = {
          async at(point) {
            if (point === 'promotion.started') said.status = status;
          },
        };
        await world.queue.settle();
        expect((await world.promotion(name)).phase).not.toBe('Succeeded');
        expect(world.commitsOf(name)).toHaveLength(0);
      },
    );

    it('invariant 7: a broken definition never stops, changes or loses what runs', async () => {
      const world = await start({ stages: ['dev'], auto: ['dev'] });
      await world.release('1.0.0');
      await world.defineText('apiVersion: kargo.akuity.io/v1alpha1\nkind: [');
      const row = await world.store.project('web');
      expect(row?.problems).not.toEqual([]);
      await world.release('1.1.0');
      expect(world.file('dev/values.yaml')).toContain('1.1.0');
      await world.boot();
      await world.release('1.2.0');
      expect(world.file('dev/values.yaml')).toContain('1.2.0');
    });

    it('invariant 8: no secret appears in rows, ledger, plans or logs', async () => {
      const secret = 'hunter2-hunter2';
      const leak = defineStep<object, never>({
        id: 'test-leak',
        effect: 'none',
        schema: z.strictObject({}),
        capabilities: [],
        async run({ log }) {
          await log(`token ${secret}`);
          throw new Error(`401 for ${Buffer.from(secret).toString('base64')}`);
        },
      });
      const world = await start({
        stages: ['dev'],
        auto: ['dev'],
        steps: [leak],
        more: ['{uses: test-leak}'],
      });
      world.masker.add(secret);
      await world.release('1.1.0');
      const [promotion] = await world.promotions();
      expect(promotion.phase).toBe('Errored');
      const everything = JSON.stringify([
        await everyRow(world.store, 'web'),
        await world.store.entries('web', { limit: 1000 }),
        await world.store.logs('web', promotion.name, { limit: 100 }),
        await world.store.plan('web', promotion.name),
      ]);
      expect(everything).toContain('token ');
      expect(everything).not.toContain(secret);
      expect(everything).not.toContain(Buffer.from(secret).toString('base64'));
    });

    it('invariant 9: a step cannot write outside its workspace', async () => {
      const world = await start({
        stages: ['dev'],
        auto: ['dev'],
        file: '../../../../outside.yaml',
      });
      await world.release('1.1.0');
      expect((await world.promotions())[0]).toMatchObject({
        phase: 'Failed',
        message: expect.stringContaining('leaves the workspace'),
      });
    });
  });
}
