import { setTimeout as delay } from 'node:timers/promises';
import { fetchToken } from './fetchToken';

/** Between two questions. */
const PAUSE_MILLISECONDS = 200;
/** Signs in as soon as the catalog has read the people. */
const ANYONE = 'ada';

/**
 * Resolves when every plugin has started and people can sign in.
 *
 * @throws the reason of `signal` when it is aborted first.
 */
export async function waitUntilReady(
  backend: string,
  signal: AbortSignal,
): Promise<void> {
  const health = `${backend}/.backstage/health/v1/readiness`;
  await until(signal, async () => (await fetch(health, { signal })).ok);
  await until(signal, async () => Boolean(await fetchToken(backend, ANYONE)));
}

/** Asks again and again; an error is a no. */
async function until(
  signal: AbortSignal,
  ask: () => Promise<boolean>,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    if (await ask().catch(() => false)) return;
    await delay(PAUSE_MILLISECONDS, undefined, { signal }).catch(() => {});
  }
}
