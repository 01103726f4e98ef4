import { z } from 'zod';
import { StepOutcome } from '../model/outcome';
import { defineStep } from '../registry/step';
import { EngineWorld, Killed } from './testing/EngineWorld';
import { ONE_STAGE } from './testing/oneStage';
import { ada } from './testing/suite/people';

const MANIFESTS = `${ONE_STAGE}  promotionTemplate: {spec: {steps: [{uses: poll, as: poll}]}}
`;

describe('a step that is looked at again and again', () => {
  let world: EngineWorld;
  let outcome: StepOutcome;
  let target: string;
  let attempts: string[];
  let stopped: unknown[];
  let promotion: string;

  const pollingStep = (repeats: boolean) =>
    defineStep<object, never>({
      id: 'poll',
      effect: 'external',
      schema: z.looseObject({}),
      capabilities: [],
      external: {
        describe: async ({ alias }) => ({
          status: 'planned',
          effect: { step: alias, kind: 'poll', target: 'look', call: {} },
        }),
        intend: async () => ({ target }),
        attempt: async (_, __, intent) => {
          attempts.push(intent.target as string);
          return outcome;
        },
        recognise: async () => ({ status: 'notDone' }),
        repeats,
        stop: async (_, __, intent) => void stopped.push(intent),
      },
    });

  async function start(repeats: boolean) {
    [attempts, stopped, target] = [[], [], 'job-1'];
    outcome = { status: 'waiting', message: 'it runs', retryAfterMs: 2_000 };
    world = new EngineWorld({
      manifests: MANIFESTS,
      steps: [pollingStep(repeats)],
    });
    await world.boot();
    await world.define();
    const { name: freight } = await world.release('1.0.0');
    const at = { project: 'web', stage: 'dev', freight, actor: ada };
    ({ name: promotion } = await world.engine.request(at));
    await world.queue.settle();
  }
  afterEach(() => world.close());

  async function look(times = 1) {
    for (let i = 0; i < times; i++) {
      await world.engine.look({
        ...{ kind: 'promotion', project: 'web', name: promotion },
      });
      await world.queue.settle();
    }
  }
  const written = async () =>
    (await world.store.entries('web', { limit: 1000 }))
      .map(({ verb }) => verb)
      .filter(verb => verb.startsWith('step.'));

  it('writes when something is different, and not that it looked', async () => {
    await start(true);
    await look(10);
    expect(attempts).toHaveLength(11);
    const first = ['step.intended', 'step.waiting', 'step.intended'];
    expect(await written()).toEqual(first);
    outcome = { status: 'waiting', message: 'it has no node' };
    await look(5);
    const second = [...first, 'step.waiting', 'step.intended'];
    expect(await written()).toEqual(second);
    target = 'job-2';
    await look(5);
    expect(await written()).toEqual([...second, 'step.intended']);
    outcome = { status: 'succeeded', output: { a: 1 } };
    await look();
    expect((await written()).slice(6)).toEqual(['step.finished']);
    expect(await world.promotion(promotion)).toMatchObject({
      phase: 'Succeeded',
    });
  });

  it('goes on after a crash with the intent that stands', async () => {
    await start(true);
    await look();
    world.faults = {
      async at(point) {
        if (point === 'step.attempted') throw new Killed(point);
      },
    };
    await look().catch(() => undefined);
    world.faults = { at: async () => undefined };
    await world.boot();
    const before = attempts.length;
    await look(3);
    expect(attempts.length).toBeGreaterThanOrEqual(before + 3);
    expect(await written()).toHaveLength(3);
    const [step] = await world.store.steps('web', promotion);
    expect(step).toMatchObject({ status: 'Running', intent: { target } });
  });

  it('is stopped with the intent that stands', async () => {
    await start(true);
    await look(3);
    await world.engine.abort({ project: 'web', promotion, actor: ada });
    await world.queue.settle();
    expect(stopped).toEqual([{ target: 'job-1' }]);
    expect(await world.promotion(promotion)).toMatchObject({
      phase: 'Aborted',
    });
  });

  it('leaves no intent behind that it could not attempt again unasked', async () => {
    await start(false);
    await look(2);
    expect(await written()).toEqual(
      Array.from({ length: 3 }, () => ['step.intended', 'step.waiting']).flat(),
    );
  });
});
