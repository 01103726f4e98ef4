import { lstat, mkdir, mkdtemp, readdir, rename, rm } from 'fs/promises';
import { dirname, join } from 'path';
import { explainFailure } from '../explainFailure';
import { Checkout } from './Checkout';
import { writeFiles } from './writeFiles';

/**
 * Writes tracked files that are not on disk yet. They are written beside the workspace, with the attributes of the
 * commit, and renamed into place: a file is there whole or not at all, whenever a process dies.
 */
export async function materialize(
  checkout: Checkout,
  paths: string[],
): Promise<void> {
  const tracked = await checkout.tracked();
  const missing: string[] = [];
  for (const path of paths) {
    if (
      tracked.entries.has(path) &&
      !(await exists(join(checkout.place.root, path)))
    ) {
      missing.push(path);
    }
  }
  if (missing.length > 0) {
    await inStaging(checkout, async staging => {
      if (!(await writeFiles(checkout, staging, missing))) {
        const input = missing.map(path => `${path}\0`).join('');
        await checkout.git(['checkout-index', '-z', '--stdin'], {
          input,
          workTree: staging,
        });
      }
      await moveFiles(staging, checkout.place.root, missing);
    });
  }
}

/**
 * The same for every tracked file; `--index` also lets Git remember their times, so that staging need not read them.
 * It writes what is on disk already as well, and throws that away: named paths are slower by far.
 */
export async function materializeAll(checkout: Checkout): Promise<void> {
  if (checkout.record.full) {
    return;
  }
  await inStaging(checkout, async staging => {
    await checkout.git(['checkout-index', '--all', '--index'], {
      workTree: staging,
    });
    for (const path of checkout.record.deleted) {
      await rm(join(staging, path), { recursive: true, force: true });
    }
    await moveMissing(staging, checkout.place.root);
  });
  checkout.record.full = true;
  checkout.save();
}

async function inStaging(
  checkout: Checkout,
  work: (staging: string) => Promise<void>,
): Promise<void> {
  const { stateDirectory } = checkout.place;
  const staging = await mkdtemp(join(stateDirectory, 'staging-'));
  try {
    await work(staging);
  } catch (error) {
    const { url } = checkout.mirror.remote;
    throw explainFailure('write the files of', url, error);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function moveFiles(
  from: string,
  to: string,
  paths: string[],
): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(to, path)), { recursive: true });
    await rename(join(from, path), join(to, path));
  }
}

/** A directory that is not there yet is moved as a whole. */
async function moveMissing(from: string, to: string): Promise<void> {
  const entries = await readdir(from, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    const found = await lstat(target).catch(() => undefined);
    if (!found) {
      await rename(source, target);
    } else if (entry.isDirectory() && found.isDirectory()) {
      await moveMissing(source, target);
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
