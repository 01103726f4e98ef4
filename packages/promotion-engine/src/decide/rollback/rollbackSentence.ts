import { formatDuration } from '../../model/duration';
import { isTerminal } from '../../model/promotion';
import { PromotionRow, StageRow } from '../../model/rows';
import { freightLabel } from '../freightLabel';

/**
 * What the last rollback of a stage was, or why there was none.
 *
 * @returns undefined when it says nothing about what the stage holds now
 */
export function rollbackSentence(
  { rollback, history, lastPromotion }: StageRow,
  promotion: PromotionRow | undefined,
): string | undefined {
  if (!rollback) return undefined;
  const newest = [history[0]?.promotion, lastPromotion?.name];
  if (rollback.skipped !== undefined)
    return newest.includes(rollback.of)
      ? `not rolled back: ${rollback.skipped}`
      : undefined;
  if (!promotion?.rollback) return undefined;
  if (!isTerminal(promotion.phase)) return going(promotion);
  return newest.includes(promotion.name) ? gone(promotion) : undefined;
}

const because = ({ reason }: PromotionRow) => (reason ? `: ${reason}` : '');

function going(promotion: PromotionRow): string {
  const to = freightLabel(promotion.freight);
  return promotion.phase === 'Requested'
    ? `waits for approval to go back to ${to}${because(promotion)}`
    : `goes back to ${to}${because(promotion)}`;
}

function gone(promotion: PromotionRow): string {
  const { phase, message, restored } = promotion;
  const to = freightLabel(promotion.freight);
  if (phase !== 'Succeeded')
    return `the rollback to ${to} ended as ${phase}: ${message}`;
  const again = restored
    ? `; good again after ${formatDuration(restored.afterMs)}`
    : '';
  return `went back to ${to}${because(promotion)}${again}`;
}
