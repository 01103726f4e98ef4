import { Promotion } from '@stevedore/plugin-stevedore-common';
import {
  ApprovalRow,
  approvalState,
  factsOf,
  partyWords,
  PromotionRow,
} from '@stevedore/promotion-engine';
import { toFreightSummary } from './freight';
import { inputsOf } from './inputs';
import { publicUrl } from './publicUrl';
import { toPromotionRollback } from './rollback';

export interface PromotionContext {
  approvals: ApprovalRow[];
  /** Entity refs that own the component. */
  owners: string[];
  /** Epoch milliseconds. */
  now: number;
}

export function toPromotion(
  row: PromotionRow,
  facts: PromotionContext,
): Promotion {
  const state = approvalState(factsOf(row, facts));
  return {
    name: row.name,
    project: row.project,
    stage: row.stage,
    freight: toFreightSummary(row.freight),
    phase: row.phase,
    sentence: sentenceOf(row, state.sentence),
    message: row.message === undefined ? undefined : publicUrl(row.message),
    automatic: row.automatic,
    requester: row.requester,
    reason: row.reason,
    requestedAt: row.requestedAt,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    step: {
      done: Math.min(row.currentStep, row.steps.length),
      of: row.steps.length,
    },
    digest: row.digest,
    changed: row.changed,
    question: row.question?.text,
    abortRequested: row.abortRequested !== undefined || undefined,
    inputs: inputsOf(row),
    rollback: toPromotionRollback(row),
    needs:
      state.needs.length === 0
        ? undefined
        : state.needs.map(({ need: { count, from, stands }, by }) => ({
            count,
            from,
            words: partyWords({ from, stands }),
            by,
          })),
  };
}

function sentenceOf(row: PromotionRow, approvals: string): string {
  if (row.question) return row.question.text;
  const into = row.rollback ? `back into ${row.stage}` : `into ${row.stage}`;
  switch (row.phase) {
    case 'Requested':
      return approvals;
    case 'Pending':
      return `waits for its turn ${into}`;
    case 'Running':
      return `runs step ${Math.min(row.currentStep + 1, row.steps.length)} of ${
        row.steps.length
      } ${into}`;
    default:
      return publicUrl(row.message ?? `${row.phase.toLowerCase()} ${into}`);
  }
}
