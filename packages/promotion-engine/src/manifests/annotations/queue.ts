import { QueuePolicy } from '../../model/queuePolicy';
import { DURATION_CURE, parseDuration } from '../duration';
import { AnnotationSyntaxError } from './scanner';

/** Shorter batches would only keep promotions waiting. */
const SHORTEST_MS = 60_000;
const LONGEST_MS = 7 * 24 * 60 * 60_000;

/**
 * `newest`, `in order`, or `batch 30m`: what becomes of promotions that wait for a stage.
 * @throws AnnotationSyntaxError for anything else
 */
export function parseQueue(text: string): QueuePolicy {
  const words = text.trim().split(/\s+/);
  if (words.join(' ') === 'newest') return { kind: 'newest' };
  if (words.join(' ') === 'in order') return { kind: 'inOrder' };
  const [kind, duration, more] = words;
  if (kind !== 'batch' || duration === undefined || more !== undefined)
    throw new AnnotationSyntaxError(`${text.trim()} is no way to queue.`, {
      cure: 'Write newest, in order, or batch with a time, such as batch 30m.',
      offset: text.search(/\S|$/),
    });
  const everyMs = parseDuration(duration) ?? NaN;
  if (!(everyMs >= SHORTEST_MS && everyMs <= LONGEST_MS))
    throw new AnnotationSyntaxError(
      `${duration} is no time between two batches.`,
      {
        cure: `${DURATION_CURE} It is at least 1m and at most 168h.`,
        offset: text.indexOf(duration),
      },
    );
  return { kind: 'batch', everyMs };
}
