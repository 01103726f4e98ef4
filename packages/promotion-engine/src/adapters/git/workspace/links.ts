import { readlink, rm, symlink } from 'fs/promises';
import { dirname } from 'path';
import { PathError } from '../../../model/errors';
import { makeParents, noteWrite } from './fileOperations';
import { materialize } from './materialize';
import { joinPath } from './pathRules';
import { PathScope, ResolvedPath, resolvePath } from './resolvePath';

export async function readLink(
  found: ResolvedPath,
  asked: string,
): Promise<string> {
  if (found.kind !== 'symlink')
    throw new PathError(
      found.kind
        ? `"${asked}" is a ${found.kind}, not a symlink`
        : `There is no symlink "${asked}"`,
    );
  const { checkout } = found;
  if (checkout) {
    const inside = checkout.inside(found.path);
    checkout.touch([inside], 'read');
    if (!found.onDisk) await materialize(checkout, [inside]);
  }
  return readlink(found.absolute);
}

export async function writeLink(
  scope: PathScope,
  path: string,
  target: string,
): Promise<void> {
  const found = await resolvePath(scope, path, { followLast: false });
  if (found.kind === 'directory')
    throw new PathError(`"${path}" is a directory, not a symlink`);
  await assertTarget(scope, found.path, target);
  await noteWrite(found);
  await makeParents(found);
  await rm(found.absolute, { force: true });
  await symlink(target, found.absolute);
}

/**
 * What a symlink points to need not be there, but must not be outside.
 * @param path - of the symlink, without symlinks
 */
export async function assertTarget(
  scope: PathScope,
  path: string,
  target: string,
): Promise<void> {
  if (target.startsWith('/'))
    throw new PathError(
      `"${path}" would be a symlink to "${target}", which leaves the workspace`,
    );
  const parent = dirname(path);
  await resolvePath(scope, joinPath(parent === '.' ? '' : parent, target), {
    followLast: true,
  });
}
