import { BenchPortal } from './BenchPortal';
import { seconds } from './figures';

export const STAGE = 'dev';

/** Refresh to commit, and what the registry was asked meanwhile. */
export async function promote(
  portal: BenchPortal,
  tag: string,
): Promise<{ time: number; requests: string[] }> {
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
