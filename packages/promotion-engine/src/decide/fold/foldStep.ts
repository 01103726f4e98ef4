import { NewEntry } from '../../model/ledger';
import { rowKey, StepRow } from '../../model/rows';
import { patchPromotion } from './foldPromotion';
import { RowSet } from './rowSet';

type StepEntry = Extract<
  NewEntry,
  { verb: 'step.intended' | 'step.waiting' | 'step.finished' }
>;

export function foldStep(rows: RowSet, entry: StepEntry): void {
  const { promotion, index } = entry.data;
  const key = rowKey.step(promotion, index);
  const step = rows.require(key);
  rows.put(key, { ...step, ...patchOf(step, entry) });
  patchPromotion(rows, promotion, {
    currentStep: entry.verb === 'step.finished' ? index + 1 : index,
  });
}

function patchOf(step: StepRow, entry: StepEntry): Partial<StepRow> {
  const startedAt = step.startedAt ?? entry.at;
  switch (entry.verb) {
    case 'step.intended':
      return {
        status: 'Running',
        startedAt,
        intent: entry.data.intent,
        attempt: step.attempt + 1,
      };
    case 'step.waiting':
      return {
        status: 'Running',
        startedAt,
        message: entry.data.message,
        intent: undefined,
        ask: entry.data.ask,
        errorCount: step.errorCount + (entry.data.error ? 1 : 0),
      };
    case 'step.finished': {
      const { status, message, output } = entry.data;
      return {
        status,
        startedAt,
        finishedAt: entry.at,
        message,
        output,
        ask: undefined,
      };
    }
    default:
      return entry satisfies never;
  }
}

/** Puts steps back to their beginning, to be made again on another input. */
export function rewindSteps(
  rows: RowSet,
  promotion: string,
  steps: number[],
): void {
  for (const index of steps) {
    const key = rowKey.step(promotion, index);
    const step = rows.require(key);
    rows.put(key, {
      ...step,
      status: 'Pending',
      intent: undefined,
      output: undefined,
      finishedAt: undefined,
      message: undefined,
    });
  }
}

/** Answers were given to what it asked then; who is asked again answers anew. */
export function forgetAnswers(
  rows: RowSet,
  promotion: string,
  index: number,
): void {
  const key = rowKey.step(promotion, index);
  const step = rows.require(key);
  if (step.ask ?? step.answers)
    rows.put(key, { ...step, ask: undefined, answers: undefined });
}
