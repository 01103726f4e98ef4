import { z } from 'zod';
import { errored } from '../../../model/outcome';
import { AnyStepKind, defineStep } from '../../../registry/step';
import { EngineWorld } from '../EngineWorld';
import { ada, person } from './people';
import { OpenStore, worldsOn } from './worldsOn';

/** Runs until it is interrupted; `begun` resolves when it runs. */
function blockingStep(): { step: AnyStepKind; begun: Promise<void> } {
  let tell: () => void;
  const begun = new Promise<void>(resolve => {
    tell = resolve;
  });
  const step = defineStep<object, never>({
    id: 'test-block',
    effect: 'none',
    schema: z.strictObject({}),
    capabilities: [],
    run: ({ signal }) =>
      new Promise(resolve => {
        signal.addEventListener('abort', () =>
          resolve(errored('interrupted', true)),
        );
        tell();
      }),
  });
  return { step, begun };
}

async function promote(world: EngineWorld) {
  const freight = await world.release('1.1.0');
  const { name } = await world.engine.request({
    project: 'web',
    stage: 'dev',
    freight: freight.name,
    actor: ada,
  });
  return { freight, promotion: name };
}

/** Ending what runs, and saying what is in the world then. */
export function abortSuite(open: OpenStore): void {
  describe('an abort', () => {
    const start = worldsOn(open);
    const by = { project: 'web', actor: person('rhea') };

    it('of a request that waits for people writes nothing', async () => {
      const world = await start({
        stages: ['dev'],
        approvals: { dev: '1 of group:default/release-managers' },
      });
      const { promotion } = await promote(world);
      await world.engine.abort({ ...by, promotion, reason: 'not today' });
      await world.queue.settle();
      expect(await world.promotion(promotion)).toMatchObject({
        phase: 'Aborted',
        message: 'aborted by user:default/rhea; nothing was written',
      });
      await expect(world.engine.abort({ ...by, promotion })).rejects.toThrow(
        'it has ended already: Aborted',
      );
    });

    it('interrupts the step that runs, and runs the clean-up', async () => {
      const { step, begun } = blockingStep();
      const cleaned: boolean[] = [];
      const cleanUp = defineStep<object, never>({
        id: 'test-clean-up',
        effect: 'none',
        schema: z.strictObject({}),
        capabilities: [],
        run: async ({ signal }) => {
          cleaned.push(signal.aborted);
          return { status: 'succeeded' };
        },
      });
      const world = await start({
        stages: ['dev'],
        steps: [step, cleanUp],
        more: [
          '{uses: test-block}',
          '{uses: test-clean-up, if: "${{ always() }}"}',
          '{uses: fail}',
        ],
      });
      const { freight, promotion } = await promote(world);
      const running = world.queue.settle();
      await begun;
      await world.engine.abort({ ...by, promotion });
      await running;
      await world.queue.settle();
      const ended = await world.promotion(promotion);
      const [commit] = world.commitsOf(promotion);
      expect(ended).toMatchObject({
        phase: 'Aborted',
        message: `aborted by user:default/rhea; commit ${commit.slice(
          0,
          7,
        )} is on main`,
      });
      expect(cleaned).toEqual([false]);
      const steps = await world.store.steps('web', promotion);
      expect(steps.map(each => each.status)).toEqual([
        ...Array(4).fill('Succeeded'),
        ...['Aborted', 'Succeeded', 'Aborted'],
      ]);
      await expectHeldUnverified(world, freight.name);
    });

    it('after the push and before its result recognises the commit, which stays in the stage, unverified', async () => {
      const world = await start({ stages: ['dev'] });
      const { freight, promotion } = await promote(world);
      world.faults = {
        async at(point) {
          if (point === 'step.attempted')
            await world.engine.abort({ ...by, promotion });
        },
      };
      await world.queue.settle();
      const [commit] = world.commitsOf(promotion);
      expect(await world.promotion(promotion)).toMatchObject({
        phase: 'Aborted',
        message: `aborted by user:default/rhea; commit ${commit.slice(
          0,
          7,
        )} is on main`,
      });
      await expectHeldUnverified(world, freight.name);
    });

    it('before the push writes nothing, and the stage holds what it held', async () => {
      const world = await start({ stages: ['dev'] });
      const { freight, promotion } = await promote(world);
      world.faults = {
        async at(point) {
          if (point === 'step.ran')
            await world.engine.abort({ ...by, promotion }).catch(() => {});
        },
      };
      await world.queue.settle();
      expect(await world.promotion(promotion)).toMatchObject({
        phase: 'Aborted',
        message: 'aborted by user:default/rhea; nothing was written',
      });
      expect(world.commitsOf(promotion)).toHaveLength(0);
      expect((await world.store.stage('web', 'dev'))?.history).toEqual([]);
      expect(await world.store.freightStages('web', [freight.name])).toEqual(
        [],
      );
    });
  });
}

async function expectHeldUnverified(
  world: EngineWorld,
  freight: string,
): Promise<void> {
  const stage = await world.store.stage('web', 'dev');
  expect(stage?.history[0].items['Warehouse/web'].name).toBe(freight);
  expect(stage?.currentPromotion).toBeUndefined();
  const [row] = await world.store.freightStages('web', [freight]);
  expect(row).toMatchObject({ since: expect.any(String) });
  expect(row.verifiedAt).toBeUndefined();
}
