import { QueuePolicy } from '../../model/queuePolicy';
import { DURATION_CURE } from '../duration';
import { duration } from './durations';
import { ENTRY_END, Located, Scanner, Token } from './scanner';
import { stagesBefore } from './tokens';

/** Shorter batches would only keep promotions waiting. */
const SHORTEST_MS = 60_000;
const LONGEST_MS = 7 * 24 * 60 * 60_000;

const CURE = 'Write newest, in order, or batch with a time, such as batch 30m.';
const KIND: Token = {
  pattern: /(newest|in\s+order|batch)(?![\w-])/,
  word: 'newest, in order or batch',
  cure: CURE,
};

export interface StageQueue {
  stages: Located<string>[];
  queue: QueuePolicy;
}

/** `queue = entries of: stages-before, queue-rule` */
export function parseQueues(text: string): StageQueue[] {
  const scanner = new Scanner(text);
  return scanner.entries(ENTRY_END, () => ({
    stages: stagesBefore(scanner),
    queue: queueRule(scanner),
  }));
}

/**
 * `newest`, `in order`, or `batch 30m`, as it stands on a Stage: what becomes of promotions that wait for it.
 * @throws AnnotationSyntaxError for anything else
 */
export function parseQueue(text: string): QueuePolicy {
  const scanner = new Scanner(text);
  const rules = scanner.entries(ENTRY_END, () => queueRule(scanner));
  if (rules.length !== 1)
    throw scanner.fault('A stage has exactly one way to queue.', CURE, 0);
  return rules[0];
}

/** The text that `parseQueue` reads to the same policy. */
export function formatQueue(policy: QueuePolicy): string {
  if (policy.kind === 'batch') return `batch ${policy.everyMs / 1000}s`;
  return policy.kind === 'inOrder' ? 'in order' : policy.kind;
}

function queueRule(scanner: Scanner): QueuePolicy {
  const kind = scanner.expect(KIND).value;
  if (kind === 'newest') return { kind };
  if (kind !== 'batch') return { kind: 'inOrder' };
  const { milliseconds: everyMs, offset, value } = duration(scanner);
  if (everyMs < SHORTEST_MS || everyMs > LONGEST_MS)
    throw scanner.fault(
      `${value} is no time between two batches.`,
      `${DURATION_CURE} It is at least 1m and at most 168h.`,
      offset,
    );
  return { kind, everyMs };
}
