import { PromotionWindow } from '../../model/promotionWindow';
import { instancesOf, Moment } from './instances';

/** One time at which a window is active; the end is not inside. */
export interface Occurrence {
  start: Moment;
  end: Moment;
}

/**
 * When a window is active between two moments, in order; what began before counts, too.
 * @param limit - at most so many
 * @throws Error for a window that cannot be read
 */
export function occurrencesOf(
  window: PromotionWindow,
  between: { from: Moment; to: Moment },
  limit: number,
): Occurrence[] {
  const { from, to } = between;
  const instances = instancesOf(window);
  const found: Occurrence[] = [];
  const first = instances.activeAt(from);
  if (first !== undefined && first < from) add(found, first, instances.length);
  for (let at = from; at < to && found.length < limit; at += CHUNK_MS) {
    const end = Math.min(at + CHUNK_MS, to) - 1;
    for (const start of instances.between(at, end))
      add(found, start, instances.length);
  }
  return found.slice(0, limit);
}

/** A rule that comes often is not written out further than is asked for. */
const CHUNK_MS = 31 * 24 * 60 * 60 * 1000;

function add(found: Occurrence[], start: Moment, length: number): void {
  found.push({ start, end: start + length });
}
