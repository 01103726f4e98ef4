import { Gate } from '../../../decide/evaluateGates';
import { StageRow } from '../../../model/rows';
import { isVerificationTerminal } from '../../../model/verification';

/** What is there is verified, one way or the other, before something else takes its place (Kargo 4.2). */
export const verificationGate: Gate = {
  id: 'verification',
  moments: ['start'],
  about: 'stage',
  evaluate({ stage, stageRow, rollback }) {
    // what goes back does not wait for the verdict on what it takes out
    const waits =
      stageRow && stage.verification && !rollback && isUndecided(stageRow);
    if (waits)
      return {
        status: 'waiting',
        sentence: `${stage.name} is still verifying what is there`,
        evidence: { verification: stageRow.verification?.id },
        clearedBy: ['time', 'whoever may stop verifications'],
      };
    return {
      status: 'pass',
      sentence: `${stage.name} is not verifying`,
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
