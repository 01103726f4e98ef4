import {
  chmod,
  copyFile,
  mkdir,
  readlink,
  rm,
  stat,
  symlink,
} from 'fs/promises';
import { PathError } from '../../../model/errors';
import { listNames, makeParents, noteWrite } from './fileOperations';
import { assertTarget } from './links';
import { materialize } from './materialize';
import { joinPath } from './pathRules';
import { PathScope, ResolvedPath, resolvePath } from './resolvePath';

interface CopyItem {
  from: ResolvedPath;
  /** Workspace path. */
  to: string;
}

/** Copies a file or a directory; symlinks stay symlinks, modes come along, what is there is overwritten. */
export async function copyPath(
  scope: PathScope,
  from: string,
  to: string,
): Promise<void> {
  const source = await resolvePath(scope, from, { followLast: true });
  if (source.kind === undefined) {
    source.checkout?.touch([source.checkout.inside(source.path)], 'read');
    throw new PathError(`There is no "${from}"`);
  }
  const items = await collect(scope, { from: source, to });
  const { checkout } = source;
  if (checkout) {
    checkout.touch([checkout.inside(source.path)], 'read');
    const files = items.filter(
      item => item.from.kind !== 'directory' && item.from.checkout === checkout,
    );
    await materialize(
      checkout,
      files.map(item => checkout.inside(item.from.path)),
    );
  }
  for (const item of items) {
    await copyItem(scope, item);
  }
}

/** Everything at or below the source, parents first, before anything is written. */
async function collect(scope: PathScope, item: CopyItem): Promise<CopyItem[]> {
  if (item.from.kind !== 'directory') {
    return [item];
  }
  const items = [item];
  for (const name of await listNames(item.from, item.from.path)) {
    const from = await resolvePath(scope, joinPath(item.from.path, name), {
      followLast: false,
    });
    items.push(
      ...(await collect(scope, { from, to: joinPath(item.to, name) })),
    );
  }
  return items;
}

async function copyItem(
  scope: PathScope,
  { from, to }: CopyItem,
): Promise<void> {
  const target = await resolvePath(scope, to, {
    followLast: from.kind !== 'symlink',
  });
  await makeParents(target);
  if (from.kind === 'directory') {
    if (target.kind !== undefined && target.kind !== 'directory') {
      throw new PathError(`"${to}" is a ${target.kind}, not a directory`);
    }
    await mkdir(target.absolute, { recursive: true });
    return;
  }
  if (target.kind === 'directory') {
    throw new PathError(`"${to}" is a directory, not a file`);
  }
  if (target.absolute === from.absolute) {
    return;
  }
  await noteWrite(target);
  if (from.kind === 'symlink') {
    await copyLink(scope, from, target);
  } else {
    await copyFile(from.absolute, target.absolute);
    await chmod(target.absolute, (await stat(from.absolute)).mode);
  }
}

async function copyLink(
  scope: PathScope,
  from: ResolvedPath,
  target: ResolvedPath,
): Promise<void> {
  const text = await readlink(from.absolute);
  await assertTarget(scope, target.path, text);
  await rm(target.absolute, { recursive: true, force: true });
  await symlink(text, target.absolute);
}
