import { readdir, rm, stat } from 'fs/promises';
import { join } from 'path';
import { Logger } from '../../ports/runtime';
import { HousekeepingLimits } from './options';

export const HOUSEKEEPING: HousekeepingLimits = {
  everyFetches: 50,
  packs: 40,
  looseInFolder: 10,
};

/** What of a mirror is needed to put it in order. */
interface Untidy {
  gitDir: string;
  remote: { url: string };
  context: { logger?: Logger };
  git(args: string[]): Promise<unknown>;
}

/** Left behind by a killed process, a lock would switch housekeeping off for good. Milliseconds. */
const LOCK_IS_STALE = 3_600_000;

/** One at a time in this process: it costs a processor, and nothing waits for it. */
let line: Promise<void> = Promise.resolve();

/** Packs what lies loose and joins small packs, when there is much of it. Never throws. */
export function keepInOrder(
  mirror: Untidy,
  limits: HousekeepingLimits,
): Promise<void> {
  const turn = line.then(async () => {
    if (!(await isUntidy(mirror.gitDir, limits))) return;
    const started = Date.now();
    await tidy(mirror);
    mirror.context.logger?.debug('put a mirror in order', {
      repository: mirror.remote.url,
      milliseconds: Date.now() - started,
    });
  });
  line = turn.catch(error => {
    mirror.context.logger?.warn('a mirror could not be put in order', {
      repository: mirror.remote.url,
      error: (error as Error).message,
    });
  });
  return line;
}

export async function isUntidy(
  gitDir: string,
  { packs, looseInFolder }: HousekeepingLimits,
): Promise<boolean> {
  const objects = join(gitDir, 'objects');
  const count = async (folder: string, pattern: RegExp) =>
    (await readdir(join(objects, folder)).catch(() => [])).filter(name =>
      pattern.test(name),
    ).length;
  return (
    (await count('pack', /\.pack$/)) > packs ||
    (await count('17', /^[0-9a-f]{38}$/)) > looseInFolder
  );
}

/**
 * These tasks may run beside anything else and drop no object, also none that nothing reaches: a running promotion
 * rests on commits that are in no branch yet (git-maintenance(1), TASKS).
 */
async function tidy(mirror: Untidy): Promise<void> {
  const lock = join(mirror.gitDir, 'objects', 'maintenance.lock');
  const found = await stat(lock).catch(() => undefined);
  if (found && Date.now() - found.mtimeMs > LOCK_IS_STALE) await rm(lock);
  await mirror.git([
    'maintenance',
    'run',
    '--quiet',
    '--task=loose-objects',
    '--task=incremental-repack',
    '--task=commit-graph',
  ]);
}
