import { BenchPortal } from './BenchPortal';
import { seconds } from './figures';

export const STAGE = 'dev';

/** A registry is asked 20 times a second at most, and releases come further apart than these. */
const PAUSE_MS = 1_500;

/** Refresh to commit, and what the registry was asked meanwhile. */
export async function promote(
  portal: BenchPortal,
  tag: string,
): Promise<{ time: number; requests: string[] }> {
  await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
  await portal.release(tag);
  portal.registry.requests.clear();
  const pushed = portal.nextPush();
  const time = await seconds(async () => {
    await portal.refresh();
    await pushed;
  });
  const requests = portal.registry.requests
    .all()
    .map(({ path, query }) => (query ? `${path}?${query}` : path));
  await portal.store.arrived(tag, [STAGE]);
  return { time, requests };
}

/** A pipeline of one stage: git-clone, yaml-update, git-commit, git-push. */
export const ONE_STAGE = { stages: [STAGE], auto: [STAGE] };
