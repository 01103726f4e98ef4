import { DIRECTORY, GitObject, SUBMODULE, TreeEntry } from './GitObject';
import { readLoose, writeLoose } from './looseObjects';
import { ObjectStore, readByName } from './readObjects';
import { formatTree, parseTree } from './treeContent';

/** What shall be at paths of a tree; undefined: no file. */
export type TreeEdits = Map<string, TreeEntry | undefined>;

interface Node {
  /** A file that shall be here. */
  set?: TreeEntry;
  /** The file that is here shall go. */
  drop: boolean;
  below: Map<string, Node>;
}

/**
 * Makes the tree that differs from another in these paths, and reads no more of it than the directories on their way.
 * What stands in the way of a file goes, and no directory stays empty, as in an index (git-update-index(1), --replace).
 * @param edits - plain paths only (see plainPath)
 * @returns undefined where a submodule is on the way: that is left to Git
 */
export async function editTree(
  store: ObjectStore,
  tree: string,
  edits: TreeEdits,
): Promise<string | undefined> {
  const root = nodesOf(edits);
  const read = treeReader(store, tree, edits);
  try {
    const entry = await apply(
      { store, read },
      { existing: { mode: DIRECTORY, id: tree }, node: root, path: '' },
    );
    return (
      entry?.id ??
      (await writeLoose(store.gitDir, { type: 'tree', body: Buffer.alloc(0) }))
    );
  } catch (error) {
    if (error instanceof InTheWay) return undefined;
    throw error;
  }
}

class InTheWay extends Error {}

function nodesOf(edits: TreeEdits): Node {
  const root: Node = { drop: false, below: new Map() };
  for (const [path, entry] of edits) {
    let node = root;
    for (const name of path.split('/')) {
      const next = node.below.get(name) ?? { drop: false, below: new Map() };
      node.below.set(name, next);
      node = next;
    }
    if (entry) node.set = entry;
    else node.drop = true;
  }
  return root;
}

type ReadTree = (id: string, path: string) => Promise<Map<string, TreeEntry>>;

/** Directories that were made here lie loose; of a fetched tree all that are on the way are read at once. */
function treeReader(
  store: ObjectStore,
  tree: string,
  edits: TreeEdits,
): ReadTree {
  let packed: Promise<Map<string, GitObject>> | undefined;
  const nameOf = (path: string) => `${tree}:${path}`;
  return async (id, path) => {
    const loose = await readLoose(store.gitDir, id);
    if (loose) return parseTree(loose.body);
    packed ??= readByName(store, directoriesOf(edits).map(nameOf));
    const found = (await packed).get(nameOf(path));
    if (found?.type !== 'tree')
      throw new Error(`the mirror has no directory "${path}" in ${tree}`);
    return parseTree(found.body);
  };
}

function directoriesOf(edits: TreeEdits): string[] {
  const directories = new Set(['']);
  for (const path of edits.keys())
    for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1))
      directories.add(path.slice(0, at));
  return [...directories];
}

interface Place {
  existing?: TreeEntry;
  node: Node;
  path: string;
}

async function apply(
  how: { store: ObjectStore; read: ReadTree },
  { existing, node, path }: Place,
): Promise<TreeEntry | undefined> {
  if (existing?.mode === SUBMODULE) throw new InTheWay();
  if (node.set) return node.set;
  const isTree = existing?.mode === DIRECTORY;
  const kept = isTree || !node.drop ? existing : undefined;
  if (node.below.size === 0) return kept;
  const before = isTree ? await how.read(existing.id, path) : new Map();
  const after = new Map<string, TreeEntry>(before);
  for (const [name, child] of node.below) {
    const entry = await apply(how, {
      existing: before.get(name),
      node: child,
      path: path === '' ? name : `${path}/${name}`,
    });
    if (entry) after.set(name, entry);
    else after.delete(name);
  }
  // nothing was written below what is a file
  if (after.size === 0) return isTree ? undefined : kept;
  const body = formatTree(after);
  const id = await writeLoose(how.store.gitDir, { type: 'tree', body });
  return { mode: DIRECTORY, id };
}
