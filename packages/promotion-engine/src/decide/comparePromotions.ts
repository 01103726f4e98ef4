import { compareBytes } from '../model/text';

/** What the queue's order rests on. */
export interface QueuedPromotion {
  name: string;
  phase: string;
}

// an unknown phase may be one that is still going on, so it counts as open
const ENDED: ReadonlySet<string> = new Set([
  'Succeeded',
  'Failed',
  'Errored',
  'Aborted',
  'Rejected',
  'Superseded',
]);

const rank = (phase: string): number => {
  if (phase === 'Running') return 0;
  return ENDED.has(phase) ? 2 : 1;
};

/**
 * The order of a stage's promotions: the running one, then those that wait (oldest name first), then those that
 * ended (newest name first) (Kargo: ComparePromotionByPhaseAndCreationTime).
 */
export function comparePromotions(
  a: QueuedPromotion,
  b: QueuedPromotion,
): number {
  const byRank = rank(a.phase) - rank(b.phase);
  if (byRank !== 0) return byRank;
  const byName = compareBytes(a.name, b.name);
  return rank(a.phase) === 2 ? -byName : byName;
}

/** The promotion that runs or is to run next. */
export function nextPromotion<T extends QueuedPromotion>(
  promotions: readonly T[],
): T | undefined {
  const first = [...promotions].sort(comparePromotions)[0];
  return first && rank(first.phase) < 2 ? first : undefined;
}
