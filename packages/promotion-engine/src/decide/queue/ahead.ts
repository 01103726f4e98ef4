import { PromotionRow } from '../../model/rows';
import { compareBytes } from '../../model/text';

/**
 * What goes before a promotion: what runs, then rollbacks, then by name, which embeds the time (Kargo 4.2). A
 * request that waits for people is in nobody's way.
 */
export function promotionsAhead(
  open: readonly PromotionRow[],
  promotion: PromotionRow,
): PromotionRow[] {
  return open.filter(other => isAhead(other, promotion));
}

function isAhead(other: PromotionRow, promotion: PromotionRow): boolean {
  if (other.name === promotion.name || other.phase === 'Requested')
    return false;
  if (other.phase === 'Running') return true;
  if (Boolean(other.rollback) !== Boolean(promotion.rollback))
    return other.rollback !== undefined;
  return compareBytes(other.name, promotion.name) < 0;
}
