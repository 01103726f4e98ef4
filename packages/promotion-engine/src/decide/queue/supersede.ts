import { originKey } from '../../model/artifacts';
import { QueuePolicy } from '../../model/queuePolicy';
import { PromotionRow } from '../../model/rows';
import { compareBytes } from '../../model/text';
import { batchLeavesAt } from './batch';

export interface Superseded {
  promotion: PromotionRow;
  by: PromotionRow;
}

/**
 * Which promotions of a stage give their place to a newer one of the same origin, instead of going one after the
 * other. What policy wants never takes the place of what a person asked for, and nothing takes that of a rollback.
 *
 * Without a policy of the stage's own, what people ask for goes in order, as in Kargo, unless a closed window or a
 * lock keeps it back: then only the newest goes when it opens.
 *
 * @param keptBack - a window or a lock keeps the queue from moving
 */
export function supersededInQueue(
  open: readonly PromotionRow[],
  at: { policy?: QueuePolicy; keptBack: boolean; now: number },
): Superseded[] {
  const { policy, keptBack } = at;
  if (policy?.kind === 'inOrder') return [];
  const alsoPeople = policy !== undefined || keptBack;
  const waiting = open
    .filter(row => row.phase === 'Pending' && !row.rollback)
    .filter(row => (batchLeavesAt(policy, row) ?? 0) <= at.now)
    .sort((a, b) => compareBytes(b.name, a.name));
  return waiting.flatMap((promotion, index) => {
    if (!promotion.automatic && !alsoPeople) return [];
    const by = waiting
      .slice(0, index)
      .find(newer => takesPlaceOf(newer, promotion));
    return by ? [{ promotion, by }] : [];
  });
}

function takesPlaceOf(newer: PromotionRow, older: PromotionRow): boolean {
  const sameOrigin =
    originKey(newer.freight.origin) === originKey(older.freight.origin);
  return sameOrigin && (older.automatic || !newer.automatic);
}
