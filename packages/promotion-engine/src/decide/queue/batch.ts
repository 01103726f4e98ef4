import { QueuePolicy } from '../../model/queuePolicy';
import { PromotionRow } from '../../model/rows';

/**
 * When the batch leaves that a promotion belongs to (epoch milliseconds). Batches leave at fixed times, so that
 * nothing has to remember when one began. A rollback waits for no batch.
 */
export function batchLeavesAt(
  policy: QueuePolicy | undefined,
  promotion: Pick<PromotionRow, 'requestedAt' | 'rollback'>,
): number | undefined {
  if (policy?.kind !== 'batch' || promotion.rollback) return undefined;
  const requested = Date.parse(promotion.requestedAt);
  return (Math.floor(requested / policy.everyMs) + 1) * policy.everyMs;
}
