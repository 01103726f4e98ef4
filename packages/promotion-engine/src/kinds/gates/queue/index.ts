import { Gate } from '../../../decide/evaluateGates';
import { batchLeavesAt } from '../../../decide/queue';
import { minuteText } from '../../../model/minuteText';

/** One promotion at a time per stage (Kargo 4.2), in the order that the stage's queue says. */
export const queueGate: Gate = {
  id: 'queue',
  moments: ['start'],
  about: 'stage',
  evaluate({ stage, stageRow, promotion, ahead }, now) {
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
      return waiting(
        ahead.length === 1
          ? `1 promotion of ${stage.name} is ahead`
          : `${ahead.length} promotions of ${stage.name} are ahead`,
        { ahead },
      );
    const leavesAt = promotion && batchLeavesAt(stage.queue, promotion);
    if (leavesAt !== undefined && leavesAt > now)
      return {
        ...waiting(
          `${stage.name} takes the newest of a batch at ${minuteText(
            leavesAt,
          )}`,
          { leavesAt: new Date(leavesAt).toISOString() },
        ),
        clearsAt: new Date(leavesAt).toISOString(),
      };
    return {
      status: 'pass',
      sentence: `${stage.name} is free`,
      evidence: {},
      clearedBy: [],
    };
  },
};
