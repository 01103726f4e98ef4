/** Milliseconds to the first retry; each further one waits twice as long. */
const FIRST_RETRY_MS = 10_000;

/**
 * When to look again after a discovery failed: sooner than at the next poll, but ever later, as Kargo's controllers
 * do. What a host asked for counts more than both.
 * @param failures - how many failed in a row, at least 1
 */
export function discoveryRetryMs(
  failures: number,
  host: { intervalMs: number; retryAfterMs?: number },
): number {
  const backOff = FIRST_RETRY_MS * 2 ** (failures - 1);
  return Math.max(Math.min(backOff, host.intervalMs), host.retryAfterMs ?? 0);
}
