import { finalPhase } from '../decide/finalPhase';
import { saidOfStep, stepTitle } from '../decide/stepTitle';
import { StepOutcome } from '../model/outcome';
import { PromotionRow, StepRow } from '../model/rows';
import { abortPromotion } from './abortPromotion';
import { EngineContext } from './context';
import { Execution, finishPromotion, openExecution } from './execution';
import { replayStep } from './replayStep';
import { runExternalStep } from './externalStep';
import { Race } from './locks';
import { settleStep } from './settleStep';
import { guarded, prepareStep } from './stepExecution';

const DONE = new Set(['Succeeded', 'Skipped', 'Failed', 'Errored', 'Aborted']);

/**
 * Runs the steps of a promotion in order. The workspace is always made anew: steps that are done and only
 * touched files are replayed from pinned inputs, external ones that are done are not repeated.
 */
export async function executePromotion(
  engine: EngineContext,
  promotion: PromotionRow,
  how: { signal: AbortSignal; race: Race },
): Promise<{ againMs: number } | undefined | 'changed'> {
  const { signal } = how;
  const execution = await openExecution(engine, promotion, how);
  if (promotion.abortRequested) return abortPromotion(execution);
  if (promotion.question) return undefined;
  for (const row of execution.steps) {
    if (signal.aborted) return 'changed';
    if (DONE.has(row.status)) {
      const lost = await replayStep(execution, row);
      if (lost) return cannotGoOn(execution, row, lost);
    } else {
      const outcome = await runStep(execution, row);
      if (outcome === 'changed') return 'changed';
      if (outcome === 'stopped') return undefined;
      const settled = await settleStep(execution, row, outcome);
      if (settled !== 'next') return settled;
    }
  }
  await finishPromotion(execution, {
    phase: finalPhase(execution.run.statuses),
    message: messageOf(execution),
  });
  return undefined;
}

/** What is done cannot be done again the same way: nothing may rest on it. Who may try again later does. */
async function cannotGoOn(
  execution: Execution,
  row: StepRow,
  { message, kind, terminal }: Extract<StepOutcome, { status: 'failed' }>,
): Promise<undefined> {
  const shown = execution.engine.masker.mask(message);
  if (!terminal)
    throw new Error(`${stepTitle(row)} cannot be done again: ${shown}`);
  await finishPromotion(execution, {
    phase: kind,
    message: saidOfStep(row, shown),
  });
  return undefined;
}

async function runStep(
  execution: Execution,
  row: StepRow,
): Promise<StepOutcome | 'changed' | 'stopped'> {
  const { engine, run, promotion } = execution;
  await engine.faults.at('step.before', {
    step: row.alias,
    promotion: promotion.name,
  });
  const ready = await prepareStep(engine, run, promotion.steps[row.index]);
  if ('status' in ready) return ready;
  if (ready.kind.external) return runExternalStep(execution, row, ready);
  const outcome = await guarded(engine, () =>
    ready.kind.run!(ready.context, ready.config),
  );
  await engine.faults.at('step.ran', {
    step: row.alias,
    promotion: promotion.name,
  });
  return outcome;
}

function messageOf(execution: Execution): string {
  const bad = execution.steps.find(
    row => row.status === 'Failed' || row.status === 'Errored',
  );
  if (bad) return saidOfStep(bad, bad.message ?? 'it did not say why');
  const told = execution.steps.filter(
    row =>
      row.message && execution.engine.registry.steps.get(row.uses)?.external,
  );
  return told.map(row => row.message).join('; ') || 'nothing was to change';
}
