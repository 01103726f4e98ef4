import { saidOfStep } from '../decide/stepTitle';
import { StepRow } from '../model/rows';
import { decide, Execution, finishPromotion } from './execution';
import { masked } from './masking';
import { replayStep } from './replayStep';
import { guarded, prepareStep, ReadyStep } from './stepExecution';
import { wholeIntent } from './wholeIntent';

const DONE = new Set(['Succeeded', 'Skipped', 'Failed', 'Errored', 'Aborted']);

/** Recognises what the interrupted step did, runs the clean-up, and says what is in the world. */
export async function abortPromotion(execution: Execution): Promise<undefined> {
  const { promotion, steps } = execution;
  const by = promotion.abortRequested!;
  const unknown: string[] = [];
  for (const row of steps) {
    if (DONE.has(row.status)) await replayStep(execution, row);
    else unknown.push(...(await abortStep(execution, row)));
  }
  const done = steps
    .filter(row => row.status === 'Succeeded' && isExternal(execution, row))
    .map(row => row.message);
  const world = [...done, ...unknown];
  const message = `aborted by ${by.actor}; ${
    world.length > 0 ? world.join('; ') : 'nothing was written'
  }`;
  await finishPromotion(execution, {
    phase: 'Aborted',
    message,
    actor: by.actor,
  });
  return undefined;
}

const isExternal = (execution: Execution, row: StepRow) =>
  execution.engine.registry.steps.get(row.uses)?.effect === 'external';

/** @returns what nobody knows about the world now. */
async function abortStep(
  execution: Execution,
  row: StepRow,
): Promise<string[]> {
  const { engine, promotion, run } = execution;
  const template = promotion.steps[row.index];
  const seen = await recognised(execution, row);
  const { unknown, ...end } = seen ??
    (await cleanedUp(execution, row)) ?? {
      status: 'Aborted' as const,
      message: 'aborted',
      unknown: undefined,
    };
  await decide(execution, 'step.finished', {
    promotion: promotion.name,
    index: row.index,
    ...masked(engine.masker, end),
  });
  Object.assign(row, end);
  run.outputs[row.alias] = end.output ?? {};
  run.statuses.push({
    alias: row.alias,
    status: end.status,
    continueOnError: template.continueOnError,
  });
  await engine.faults.at('step.aborted', {
    step: row.alias,
    promotion: promotion.name,
  });
  return unknown ? [unknown] : [];
}

type End = {
  status: 'Succeeded' | 'Skipped' | 'Failed' | 'Errored' | 'Aborted';
  message?: string;
  output?: Record<string, unknown>;
  unknown?: string;
};

async function recognised(
  execution: Execution,
  row: StepRow,
): Promise<End | undefined> {
  const { engine, run, promotion } = execution;
  const half = engine.registry.steps.get(row.uses)?.external;
  if (row.status !== 'Running' || !(row.intent || half?.stop)) return undefined;
  const ready = await prepareStep(engine, run, promotion.steps[row.index]);
  if ('status' in ready) return undefined;
  // what waits has no intent that may or may not have happened; what it would do next is what goes on
  if (!row.intent) return stopped(execution, ready);
  const intent = await wholeIntent(engine, ready, row.intent);
  const seen = await guarded(engine, () =>
    ready.kind.external!.recognise(ready.context, ready.config, intent),
  );
  if (seen.status === 'done')
    return { status: 'Succeeded', output: seen.output, message: seen.message };
  if (seen.status === 'unknown')
    return {
      status: 'Aborted',
      message: `aborted; ${seen.message}`,
      unknown: seen.message,
    };
  if (seen.status === 'failed') {
    const message = `what it did could not be looked up: ${seen.message}`;
    return { status: 'Aborted', message, unknown: saidOfStep(row, message) };
  }
  return stopped(execution, ready, intent);
}

/** What goes on elsewhere ends with the promotion. */
async function stopped(
  { engine }: Execution,
  { kind, context, config }: ReadyStep,
  known?: Record<string, unknown>,
): Promise<End | undefined> {
  const half = kind.external!;
  if (!half.stop) return undefined;
  const ended = await guarded(engine, async () =>
    half.stop!(context, config, known ?? (await half.intend(context, config))),
  );
  if (!ended) return undefined;
  const message = `it may go on: ${ended.message}`;
  return {
    status: 'Aborted',
    message: `aborted; ${message}`,
    unknown: saidOfStep({ alias: context.alias, uses: kind.id }, message),
  };
}

/** Steps that ask to run whatever happened (`if: ${{ always() }}`) are the clean-up. */
async function cleanedUp(
  execution: Execution,
  row: StepRow,
): Promise<End | undefined> {
  const { engine, run, promotion } = execution;
  const template = promotion.steps[row.index];
  if (!template.if?.includes('always()') || isExternal(execution, row))
    return undefined;
  const ready = await prepareStep(engine, run, template);
  if ('status' in ready) return undefined;
  const outcome = await guarded(engine, () =>
    ready.kind.run!(ready.context, ready.config),
  );
  if (outcome.status === 'succeeded')
    return {
      status: 'Succeeded',
      output: outcome.output,
      message: outcome.message,
    };
  return undefined;
}
