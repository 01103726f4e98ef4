import { NeedsFact } from '../expressions';
import { StepOutcome } from '../model/outcome';
import { StepRow } from '../model/rows';
import { RunnableStepKind } from '../registry/step';
import { Execution } from './execution';
import { holdsMask, restored } from './masking';
import { recordOutput } from './recordOutput';
import { guarded, prepareStep } from './stepExecution';

type Failed = Extract<StepOutcome, { status: 'failed' }>;

/**
 * Puts back what a finished step gave: its files by running it again on pinned inputs, its output from the row, with
 * the secrets that the row does not hold.
 * @returns why it cannot be done again, e.g. because a secret that it read is another one by now
 */
export async function replayStep(
  execution: Execution,
  row: StepRow,
): Promise<Failed | undefined> {
  const { engine, run, promotion } = execution;
  const template = promotion.steps[row.index];
  const kind = engine.registry.steps.get(row.uses);
  let fresh: unknown;
  if (isToBeRunAgain(row, kind)) {
    const ready = await prepareStep(engine, run, template);
    if (!('status' in ready)) {
      const outcome = await guarded(engine, () =>
        kind!.run!(ready.context, ready.config),
      );
      fresh = 'output' in outcome ? outcome.output : undefined;
    } else if (ready.status === 'failed') return ready;
  }
  const output = restored(row.output ?? {}, {
    fresh,
    masker: engine.masker,
    withheld: new NeedsFact({ kind: 'output', name: row.alias }),
  });
  recordOutput(run, template, output);
  run.statuses.push({
    alias: row.alias,
    status: row.status,
    continueOnError: template.continueOnError,
  });
  return undefined;
}

/** What touched files; and what only works something out, where the row does not hold all of it. */
function isToBeRunAgain(row: StepRow, kind?: RunnableStepKind): boolean {
  if (row.status !== 'Succeeded' && row.status !== 'Skipped') return false;
  return (
    kind?.effect === 'workspace' ||
    (kind?.run !== undefined && holdsMask(row.output))
  );
}
