import { Gate } from '../../../decide/evaluateGates';
import { StageRow } from '../../../model/rows';
import { isVerificationTerminal } from '../../../model/verification';

/** One promotion at a time per stage, in order, and not before what is there has been verified (Kargo 4.2). */
export const queueGate: Gate = {
  id: 'queue',
  moments: ['start'],
  evaluate({ stage, stageRow, promotion, ahead }) {
    const waiting = (sentence: string, evidence: Record<string, unknown>) => ({
      status: 'waiting' as const,
      sentence,
      evidence,
      clearedBy: ['time'],
    });
    const current = stageRow?.currentPromotion;
    if (current && current !== promotion?.name)
      return waiting(`${stage.name} is busy with ${current}`, { current });
    if (ahead.length > 0)
      return waiting(`${ahead.length} promotions of ${stage.name} are ahead`, {
        ahead,
      });
    if (stageRow && stage.verification && isUndecided(stageRow)) {
      return waiting(`${stage.name} is still verifying what is there`, {
        verification: stageRow.verification?.id,
      });
    }
    return {
      status: 'pass',
      sentence: `${stage.name} is free`,
      evidence: {},
      clearedBy: [],
    };
  },
};

/**
 * A verification that runs, or one that is about to start, goes before the next promotion. After a promotion that
 * did not succeed none starts, so there is nothing to wait for.
 */
function isUndecided({
  verification,
  history: [here],
  lastPromotion,
}: StageRow): boolean {
  if (!here) return false;
  return verification?.collection === here.id
    ? !isVerificationTerminal(verification.phase)
    : lastPromotion?.phase === 'Succeeded';
}
