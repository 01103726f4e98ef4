import { mkdir, rename, rm, writeFile } from 'fs/promises';
import { join } from 'path';
import { Mirror } from '../Mirror';

/**
 * `refs/stevedore/<runId>/<number>` keeps a running promotion's objects alive. Written as a file: nobody else
 * writes below `refs/stevedore`, the mirror has the `files` ref format, and `gc.packRefs` is off; it saves three
 * processes a promotion.
 */
export async function writeKeepAliveRef(
  mirror: Mirror,
  name: string,
  commit: string,
): Promise<void> {
  const file = join(mirror.gitDir, 'refs', 'stevedore', name);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(`${file}.lock`, `${commit}\n`);
  await rename(`${file}.lock`, file);
}

export async function removeKeepAliveRefs(
  mirror: Mirror,
  runId: string,
): Promise<void> {
  await rm(join(mirror.gitDir, 'refs', 'stevedore', runId), {
    recursive: true,
    force: true,
  });
}
