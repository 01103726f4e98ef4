import { Gate } from '../../../decide/evaluateGates';
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
    const verification = stageRow?.verification;
    const here = stageRow?.history[0];
    const verified =
      verification?.collection === here?.id &&
      verification &&
      isVerificationTerminal(verification.phase);
    if (
      here &&
      stage.verification &&
      stageRow.lastPromotion?.phase === 'Succeeded' &&
      !verified
    ) {
      return waiting(`${stage.name} is still verifying what is there`, {
        verification: verification?.id,
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
