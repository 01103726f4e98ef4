import { FreightPage, Promotion } from '@stevedore/plugin-stevedore-common';

/**
 * The promotion, and while it waits in its queue what holds it back there: the timeline
 * knows which gates do.
 *
 * @param freight the pages that are on the screen; what is on none of them says what it said
 */
export function queuedBy(
  promotion: Promotion,
  { items }: Pick<FreightPage, 'items'>,
): Promotion {
  if (promotion.phase !== 'Pending') return promotion;
  const cell = items
    .flatMap(({ cells }) => cells)
    .find(each => each.promotion === promotion.name);
  if (cell?.state !== 'queued' || !cell.gates?.length) return promotion;
  return { ...promotion, sentence: cell.sentence };
}
