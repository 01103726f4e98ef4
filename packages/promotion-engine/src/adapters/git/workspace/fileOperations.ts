import { constants } from 'fs';
import { mkdir, open, readdir, rm, rmdir } from 'fs/promises';
import { dirname, join } from 'path';
import { PathError } from '../../../model/errors';
import { Checkout } from './Checkout';
import { materialize } from './materialize';
import { ResolvedPath } from './resolvePath';

export async function readBytes(
  found: ResolvedPath,
  asked: string,
): Promise<Buffer> {
  const { checkout } = found;
  if (checkout) {
    const inside = checkout.inside(found.path);
    checkout.touch([inside], 'read');
    if (found.kind === 'file' && !found.onDisk) {
      await materialize(checkout, [inside]);
    }
  }
  if (found.kind !== 'file') {
    throw new PathError(
      found.kind
        ? `"${asked}" is a ${found.kind}, not a file`
        : `There is no file "${asked}"`,
    );
  }
  const file = await open(
    found.absolute,
    constants.O_RDONLY | constants.O_NOFOLLOW,
  );
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** Overwrites in place, so that the mode stays; a tracked file that is not on disk gets the mode it has in Git. */
export async function writeBytes(
  found: ResolvedPath,
  bytes: Uint8Array,
  options: { executable?: boolean } = {},
): Promise<void> {
  if (found.kind === 'directory') {
    throw new PathError(`"${found.path}" is a directory, not a file`);
  }
  const wasExecutable = await noteWrite(found);
  const executable = options.executable ?? wasExecutable;
  await makeParents(found);
  const flags =
    constants.O_WRONLY |
    constants.O_CREAT |
    constants.O_TRUNC |
    constants.O_NOFOLLOW;
  const file = await open(found.absolute, flags, executable ? 0o777 : 0o666);
  try {
    await file.writeFile(bytes);
    if (options.executable !== undefined)
      await file.chmod(executable ? 0o755 : 0o644);
  } finally {
    await file.close();
  }
}

/** Marks a tracked path as written; says whether Git has it as executable. */
export async function noteWrite(found: ResolvedPath): Promise<boolean> {
  if (!found.checkout) {
    return false;
  }
  const inside = found.checkout.inside(found.path);
  const tracked = await found.checkout.tracked();
  const entry = tracked.entries.get(inside);
  if (entry || tracked.removed.has(inside)) {
    found.checkout.touch([inside], 'write');
  }
  return entry?.mode === '100755';
}

export async function makeParents(found: ResolvedPath): Promise<void> {
  try {
    await mkdir(dirname(found.absolute), { recursive: true });
  } catch (error) {
    throw new PathError(
      `"${found.path}" cannot be written: a part of its path is a file`,
      { cause: error },
    );
  }
}

export async function listNames(
  found: ResolvedPath,
  asked: string,
): Promise<string[]> {
  if (found.kind !== 'directory') {
    throw new PathError(
      found.kind
        ? `"${asked}" is a ${found.kind}, not a directory`
        : `There is no "${asked}"`,
    );
  }
  const names = new Set(found.onDisk ? await readdir(found.absolute) : []);
  const { checkout } = found;
  if (checkout) {
    const inside = checkout.inside(found.path);
    checkout.touch([inside], 'read');
    if (!checkout.record.full) {
      (await checkout.tracked()).list(inside).forEach(name => names.add(name));
    }
  }
  return [...names].sort();
}

/** @param inside - checkouts whose root goes with the path */
export async function deletePath(
  found: ResolvedPath,
  inside: Checkout[],
): Promise<void> {
  if (found.kind === undefined) {
    return;
  }
  for (const checkout of inside) {
    await deleteTracked(checkout, '');
  }
  if (found.checkout && !inside.includes(found.checkout)) {
    await deleteTracked(found.checkout, found.checkout.inside(found.path));
    // the directory it was in stays, as it would in a full work tree
    await mkdir(dirname(found.absolute), { recursive: true });
  }
  await rm(found.absolute, { recursive: true, force: true });
}

/** Deletes every tracked file and the directories that this empties, as `git rm -r .` does. */
export async function clearTracked(checkout: Checkout): Promise<void> {
  const paths = [...(await checkout.tracked()).entries.keys()];
  await deleteTracked(checkout, '');
  const directories = new Set<string>();
  for (const path of paths) {
    await rm(join(checkout.place.root, path), { recursive: true, force: true });
    for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
      directories.add(parent);
    }
  }
  for (const directory of [...directories].sort().reverse()) {
    await rmdir(join(checkout.place.root, directory)).catch(() => {});
  }
}

async function deleteTracked(checkout: Checkout, path: string): Promise<void> {
  const tracked = await checkout.tracked();
  if (tracked.kind(path) !== undefined) {
    checkout.record.deleted.push(path);
    checkout.touch(path === '' ? [] : [path], 'write');
    checkout.save();
    tracked.delete(path);
  }
}
