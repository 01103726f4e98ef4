import { setTimeout as delay } from 'node:timers/promises';

/** Between two questions. */
const PAUSE_MILLISECONDS = 200;

/**
 * Resolves when Backstage says that every plugin has started.
 *
 * @throws the reason of `signal` when it is aborted first.
 */
export async function waitUntilReady(
  backend: string,
  signal: AbortSignal,
): Promise<void> {
  const url = `${backend}/.backstage/health/v1/readiness`;
  for (;;) {
    signal.throwIfAborted();
    const answer = await fetch(url, { signal }).catch(() => undefined);
    if (answer?.ok) return;
    await delay(PAUSE_MILLISECONDS, undefined, { signal }).catch(() => {});
  }
}
