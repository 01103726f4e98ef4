import { lstat, mkdir, mkdtemp, rename, rm } from 'fs/promises';
import { dirname, join } from 'path';
import { explainFailure } from '../explainFailure';
import { Checkout } from './Checkout';

/**
 * Writes tracked files that are not on disk yet. Git writes them beside the workspace, with the attributes of the
 * index, and they are renamed into place: a file is there whole or not at all, whenever a process dies.
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
    const input = missing.map(path => `${path}\0`).join('');
    await throughStaging(
      checkout,
      { args: ['checkout-index', '-z', '--stdin'], input },
      missing,
    );
  }
}

/** The same for every tracked file; also lets the index remember their times, so that staging need not read them. */
export async function materializeAll(checkout: Checkout): Promise<void> {
  if (checkout.record.full) {
    return;
  }
  const tracked = await checkout.tracked();
  const missing: string[] = [];
  for (const path of tracked.entries.keys()) {
    if (!(await exists(join(checkout.place.root, path)))) {
      missing.push(path);
    }
  }
  if (missing.length > 0) {
    const input = missing.map(path => `${path}\0`).join('');
    await throughStaging(
      checkout,
      { args: ['checkout-index', '--index', '-z', '--stdin'], input },
      missing,
    );
  }
  checkout.record.full = true;
  checkout.save();
}

async function throughStaging(
  checkout: Checkout,
  command: { args: string[]; input: string },
  paths: string[],
): Promise<void> {
  const staging = await mkdtemp(
    join(checkout.place.stateDirectory, 'staging-'),
  );
  try {
    await checkout.git(command.args, {
      input: command.input,
      workTree: staging,
    });
    const made = new Set<string>();
    for (const path of paths) {
      const target = join(checkout.place.root, path);
      if (!made.has(dirname(target))) {
        await mkdir(dirname(target), { recursive: true });
        made.add(dirname(target));
      }
      await rename(join(staging, path), target);
    }
  } catch (error) {
    throw explainFailure(
      'write the files of',
      checkout.mirror.remote.url,
      error,
    );
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
