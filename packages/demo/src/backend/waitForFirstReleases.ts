import { setTimeout as delay } from 'node:timers/promises';
import { fetchToken } from './fetchToken';

/** Between two questions. */
const PAUSE_MILLISECONDS = 200;
/** They take about five seconds; a demo that cannot release is a demo all the same. */
const MOST_MILLISECONDS = 30_000;
/** Sees every pipeline. */
const ANYONE = 'vera';

export interface FirstReleases {
  /** The backend's address. */
  readonly backend: string;
  /** Names of components whose first stage promotes itself. */
  readonly components: readonly string[];
  readonly signal: AbortSignal;
  /** Default 30 000. */
  readonly mostMilliseconds?: number;
}

/**
 * Resolves when the images that a new demo begins with have arrived, so that
 * the first release that somebody tries has not to wait for them; or when that
 * takes too long.
 */
export async function waitForFirstReleases(
  options: FirstReleases,
): Promise<void> {
  const { backend, components, mostMilliseconds = MOST_MILLISECONDS } = options;
  const timeout = AbortSignal.timeout(mostMilliseconds);
  const signal = AbortSignal.any([options.signal, timeout]);
  while (!signal.aborted) {
    const arrived = await Promise.all(
      components.map(component => hasArrived(backend, component, signal)),
    ).catch(() => [false]);
    if (arrived.every(Boolean)) return;
    await delay(PAUSE_MILLISECONDS, undefined, { signal }).catch(() => {});
  }
}

async function hasArrived(
  backend: string,
  component: string,
  signal: AbortSignal,
): Promise<boolean> {
  const token = await fetchToken(backend, ANYONE);
  const response = await fetch(
    `${backend}/api/stevedore/pipelines/component/default/${component}`,
    { headers: { Authorization: `Bearer ${token}` }, signal },
  );
  if (!response.ok) return false;
  const { stages }: any = await response.json();
  return Boolean(stages[0]?.verification?.finishedAt) && !stages[0].current;
}
