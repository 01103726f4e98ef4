import { rm, stat } from 'fs/promises';
import { sep } from 'path';
import { GitFailure } from './GitFailure';

/** No command of the adapter holds a lock for so long; its owner was killed. */
const STALE_AFTER_MS = 60_000;

/** Clears the lock that a killed Git left in the mirror; true when trying again makes sense. */
export async function removeStaleLock(
  gitDir: string,
  error: unknown,
): Promise<boolean> {
  const found =
    error instanceof GitFailure
      ? /Unable to create '(.+\.lock)': File exists/.exec(error.output)
      : null;
  if (!found || !found[1].startsWith(gitDir + sep)) {
    return false;
  }
  const lock = await stat(found[1]).catch(() => undefined);
  if (lock && Date.now() - lock.mtimeMs < STALE_AFTER_MS) {
    return false;
  }
  await rm(found[1], { force: true });
  return true;
}
