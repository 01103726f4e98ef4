import { lstat, open, readlink } from 'fs/promises';
import { constants, existsSync } from 'fs';
import { join } from 'path';
import { SYMLINK, TreeEntry } from '../objects/GitObject';
import { editTree, TreeEdits } from '../objects/editTree';
import { LARGEST, writeLoose } from '../objects/looseObjects';
import { isPlainPath } from '../objects/plainPath';
import { ancestorsOf, attributesOf, hasAttributes } from './attributes';
import { Checkout } from './Checkout';
import { TrackedTree } from './TrackedTree';
import { Changes, findChanges, stageAll, stageChanges } from './stageChanges';

/**
 * The tree that a commit would have now; undefined when nothing can have changed.
 * @param nested - checkouts inside this one, relative to it: not part of it
 */
export async function changedTree(
  checkout: Checkout,
  nested: string[],
): Promise<string | undefined> {
  if (checkout.record.full) {
    await stageAll(checkout, nested);
    return writeTree(checkout);
  }
  const changes = await findChanges(checkout, nested);
  if (changes.removed.length + changes.written.length === 0) return undefined;
  const tree = await quickTree(checkout, changes);
  if (tree) return tree;
  await stageChanges(checkout, changes);
  return writeTree(checkout);
}

async function writeTree(checkout: Checkout): Promise<string> {
  return (await checkout.git(['write-tree'])).toString().trim();
}

/** The work of an index grows with the tree, this with what changed. undefined: rules of Git have a say. */
async function quickTree(
  checkout: Checkout,
  { removed, written }: Changes,
): Promise<string | undefined> {
  const { mirror, record, place } = checkout;
  const files = await mirror.filesOf(record.tree);
  const edits: TreeEdits = new Map(removed.map(path => [path, undefined]));
  const isPlain =
    removed.every(isPlainPath) &&
    written.every(
      path =>
        isPlainPath(path) &&
        !isInTheWay(files, edits, path) &&
        !hasAttributes(files, path) &&
        !attributesOf(path).some(file => existsSync(join(place.root, file))),
    );
  if (!isPlain) return undefined;
  for (const path of written) {
    const entry = await writeFile(mirror.gitDir, join(place.root, path));
    if (!entry) return undefined;
    edits.set(path, entry);
  }
  const tree = await editTree(mirror, record.tree, edits);
  if (!tree) return undefined;
  mirror.context.trees.set(tree, files.with(edits));
  checkout.forgetIndex();
  return tree;
}

/** A directory in place of a file, or a file in place of a directory, that no step deleted. */
function isInTheWay(
  files: TrackedTree,
  edits: TreeEdits,
  path: string,
): boolean {
  return (
    files.kind(path) === 'directory' ||
    ancestorsOf(path).some(
      above => files.entries.has(above) && !edits.has(above),
    )
  );
}

/** undefined: too large to be held in memory. */
async function writeFile(
  gitDir: string,
  file: string,
): Promise<TreeEntry | undefined> {
  const found = await lstat(file);
  if (found.size > LARGEST) return undefined;
  const isLink = found.isSymbolicLink();
  const body = isLink
    ? await readlink(file, { encoding: 'buffer' })
    : await readFile(file);
  const id = await writeLoose(gitDir, { type: 'blob', body });
  const isExecutable = found.mode & constants.S_IXUSR;
  const mode = isExecutable ? '100755' : '100644';
  return { mode: isLink ? SYMLINK : mode, id };
}

async function readFile(file: string): Promise<Buffer> {
  const opened = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    return await opened.readFile();
  } finally {
    await opened.close();
  }
}
