import { lstatSync, readlinkSync, Stats } from 'fs';
import { join } from 'path';
import { PathError } from '../../../model/errors';
import { Checkout } from './Checkout';
import { materialize } from './materialize';
import { joinPath, splitPath } from './pathRules';
import { EntryKind } from './TrackedTree';

/** Linux gives up after as many. */
const MAX_SYMLINKS = 40;

export interface ResolvedPath {
  /** Real path in the workspace, without symlinks, '' for the workspace itself. */
  path: string;
  absolute: string;
  /** undefined: nothing is there, tracked or on disk. */
  kind: EntryKind | undefined;
  onDisk: boolean;
  /** The innermost checkout that it belongs to. */
  checkout?: Checkout;
}

export interface PathScope {
  /** Absolute path of the workspace. */
  root: string;
  checkoutOf: (path: string) => Checkout | undefined;
}

/**
 * Follows a path component by component, symlinks included, the way the file system would, but never out of the
 * workspace. A symlink that is tracked and not on disk yet is followed as well.
 * @throws PathError
 */
export async function resolvePath(
  scope: PathScope,
  path: string,
  options: { followLast: boolean },
): Promise<ResolvedPath> {
  const pending = splitPath(path);
  const real: string[] = [];
  let symlinks = 0;
  let current = await look(scope, '');
  while (pending.length > 0) {
    const part = pending.shift()!;
    if (part === '..') {
      if (real.length === 0) {
        throw new PathError(
          `"${path}" leaves the workspace: write it relative to the workspace, with no more ".." than folders before`,
        );
      }
      real.pop();
      current = await look(scope, real.join('/'));
      continue;
    }
    const next = await look(scope, joinPath(real.join('/'), part));
    if (next.kind === 'symlink' && (pending.length > 0 || options.followLast)) {
      symlinks += 1;
      if (symlinks > MAX_SYMLINKS) {
        throw new PathError(`"${path}" goes through too many symlinks`);
      }
      pending.unshift(...(await target(next, path)));
      continue;
    }
    if (next.kind === 'file' && pending.length > 0) {
      return {
        ...missingBelow(next, pending),
        absolute: join(next.absolute, ...pending),
      };
    }
    real.push(part);
    current = next;
  }
  return current;
}

/** Below a file there is nothing; the file system says so too when something is written there. */
function missingBelow(file: ResolvedPath, pending: string[]): ResolvedPath {
  if (pending.includes('..')) {
    throw new PathError(`"${file.path}" is a file, not a directory`);
  }
  return {
    ...file,
    path: joinPath(file.path, pending.join('/')),
    kind: undefined,
    onDisk: false,
  };
}

async function target(link: ResolvedPath, path: string): Promise<string[]> {
  if (!link.onDisk && link.checkout) {
    await materialize(link.checkout, [link.checkout.inside(link.path)]);
  }
  const text = readlinkSync(link.absolute);
  try {
    return splitPath(text);
  } catch (error) {
    throw new PathError(
      `"${path}" leaves the workspace: the symlink "${link.path}" points to "${text}"`,
      {
        cause: error,
      },
    );
  }
}

async function look(scope: PathScope, path: string): Promise<ResolvedPath> {
  const absolute = join(scope.root, path);
  const checkout = scope.checkoutOf(path);
  const found = lstatSync(absolute, { throwIfNoEntry: false });
  if (found) {
    return {
      path,
      absolute,
      kind: kindOnDisk(found, path),
      onDisk: true,
      checkout,
    };
  }
  const tracked =
    checkout && !checkout.record.full ? await checkout.tracked() : undefined;
  return {
    path,
    absolute,
    kind: tracked?.kind(checkout!.inside(path)),
    onDisk: false,
    checkout,
  };
}

function kindOnDisk(found: Stats, path: string): EntryKind {
  if (found.isSymbolicLink()) {
    return 'symlink';
  }
  if (!found.isFile() && !found.isDirectory()) {
    throw new PathError(
      `"${path}" is neither a file nor a directory nor a symlink`,
    );
  }
  return found.isFile() ? 'file' : 'directory';
}
