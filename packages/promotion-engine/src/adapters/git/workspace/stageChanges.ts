import { existsSync } from 'fs';
import { readdir } from 'fs/promises';
import { join } from 'path';
import { PathError } from '../../../model/errors';
import { GitFailure } from '../GitFailure';
import { ancestorsOf } from './attributes';
import { Checkout } from './Checkout';
import { materialize } from './materialize';
import { isDotGit, joinPath } from './pathRules';
import { TrackedTree } from './TrackedTree';

/** What steps did to a checkout that is not full. Paths, relative to it. */
export interface Changes {
  removed: string[];
  /** Files and symlinks that are there now: written again, or new. */
  written: string[];
}

/**
 * What `git add -A` would add and remove.
 * @param nested - checkouts inside this one, relative to it: not part of it
 */
export async function findChanges(
  checkout: Checkout,
  nested: string[],
): Promise<Changes> {
  const tracked = await checkout.tracked();
  const present = await filesOnDisk(checkout, tracked, nested);
  const updated = present.filter(
    path =>
      tracked.removed.has(path) ||
      (tracked.entries.has(path) &&
        checkout.record.touched.get(path) === 'write'),
  );
  const untracked = present.filter(
    path => !tracked.entries.has(path) && !tracked.removed.has(path),
  );
  const added = await withoutIgnored(checkout, tracked, untracked);
  const onDisk = new Set(present);
  const removed = [...tracked.removed].filter(path => !onDisk.has(path));
  return { removed, written: [...updated, ...added] };
}

/** Brings the index up to it. */
export async function stageChanges(
  checkout: Checkout,
  { removed, written }: Changes,
): Promise<void> {
  await updateIndex(checkout, ['--force-remove'], removed);
  await updateIndex(checkout, ['--add', '--replace'], written);
}

async function updateIndex(
  checkout: Checkout,
  options: string[],
  paths: string[],
): Promise<void> {
  if (paths.length > 0) {
    const input = paths.map(path => `${path}\0`).join('');
    await checkout.git(['update-index', ...options, '-z', '--stdin'], {
      input,
    });
  }
}

/** Files and symlinks; in a sparse checkout that is only what was touched or made. */
async function filesOnDisk(
  checkout: Checkout,
  tracked: TrackedTree,
  nested: string[],
): Promise<string[]> {
  const files: string[] = [];
  const pending = [''];
  while (pending.length > 0) {
    const directory = pending.pop()!;
    for (const entry of await readdir(join(checkout.place.root, directory), {
      withFileTypes: true,
    })) {
      const path = joinPath(directory, entry.name);
      if (isDotGit(entry.name)) {
        throw new PathError(
          `"${path}" is a ".git" inside of a checkout: remove it`,
        );
      }
      if (
        entry.isDirectory() &&
        !nested.includes(path) &&
        tracked.entries.get(path)?.mode !== '160000'
      ) {
        pending.push(path);
      } else if (entry.isFile() || entry.isSymbolicLink()) {
        files.push(path);
      }
    }
  }
  return files;
}

/** The `.gitignore` files that apply have to be on disk, or Git does not see them. */
async function withoutIgnored(
  checkout: Checkout,
  tracked: TrackedTree,
  paths: string[],
): Promise<string[]> {
  const rules = new Set(
    paths.flatMap(path =>
      ancestorsOf(path).map(directory => joinPath(directory, '.gitignore')),
    ),
  );
  await materialize(checkout, [...rules]);
  const applying = [...rules].filter(path =>
    existsSync(join(checkout.place.root, path)),
  );
  if (applying.length === 0) {
    return paths;
  }
  checkout.touch(
    applying.filter(path => tracked.entries.has(path)),
    'read',
  );
  const input = paths.map(path => `${path}\0`).join('');
  const ignored = await checkout
    .git(['check-ignore', '-z', '--stdin'], { input })
    .catch(error => {
      if (error instanceof GitFailure && error.exitCode === 1) {
        return Buffer.alloc(0);
      }
      throw error;
    });
  const names = new Set(ignored.toString().split('\0'));
  return paths.filter(path => !names.has(path));
}

/** What a step wrote outside of the cone counts, as anywhere. */
async function unskipWritten(checkout: Checkout): Promise<void> {
  const { record, place } = checkout;
  if (!record.sparse) return;
  const printed = await checkout.git(['ls-files', '-t', '-z']);
  const written = printed
    .toString()
    .split('\0')
    .filter(line => line.startsWith('S '))
    .map(line => line.slice(2))
    .filter(path => existsSync(join(place.root, path)));
  await updateIndex(checkout, ['--no-skip-worktree'], written);
}

/** The same of a full checkout, where Git compares every file. */
export async function stageAll(
  checkout: Checkout,
  nested: string[],
): Promise<void> {
  await unskipWritten(checkout);
  const others = nested.map(path => `:(exclude,top,literal)${path}`);
  await checkout.git(['add', '--all', '--', '.', ...others]);
  const raw = await checkout.git([
    'diff-index',
    '--cached',
    '--raw',
    '-z',
    '--no-renames',
    checkout.record.head,
  ]);
  const fields = raw.toString().split('\0');
  const embedded = fields.filter(
    (_, index) =>
      index > 0 && /^:(?!160000)\d+ 160000 /.test(fields[index - 1]),
  );
  if (embedded.length > 0) {
    await updateIndex(checkout, ['--force-remove'], embedded);
    throw new PathError(
      `"${embedded[0]}/.git" is a ".git" inside of a checkout: remove it`,
    );
  }
}
