import { StepRow } from '../model/rows';
import { Execution } from './execution';
import { recordOutput } from './recordOutput';
import { guarded, prepareStep } from './stepExecution';

/** Puts back what a finished step gave: its output from the row, its files by running it again on pinned inputs. */
export async function replayStep(
  execution: Execution,
  row: StepRow,
): Promise<void> {
  const { engine, run, promotion } = execution;
  const template = promotion.steps[row.index];
  const kind = engine.registry.steps.get(row.uses);
  if (
    kind?.effect === 'workspace' &&
    (row.status === 'Succeeded' || row.status === 'Skipped')
  ) {
    const ready = await prepareStep(engine, run, template);
    if (!('status' in ready))
      await guarded(engine, () => ready.kind.run!(ready.context, ready.config));
  }
  recordOutput(run, template, row.output ?? {});
  run.statuses.push({
    alias: row.alias,
    status: row.status,
    continueOnError: template.continueOnError,
  });
}
