import { GitObject } from './GitObject';
import { LARGEST, readLoose } from './looseObjects';

/** What of a mirror is needed to read its objects. */
export interface ObjectStore {
  gitDir: string;
  git(args: string[], input: string): Promise<Buffer>;
}

/** By id; loose ones without a process. undefined: one is not there, or too large to be held in memory. */
export async function readObjects(
  store: ObjectStore,
  ids: string[],
): Promise<Map<string, GitObject> | undefined> {
  const loose = await Promise.all(ids.map(id => readLoose(store.gitDir, id)));
  const packed = ids.filter((_, index) => !loose[index]);
  if (!(await areSmall(store, packed))) return undefined;
  const found = await readByName(store, packed);
  ids.forEach((id, index) => {
    const object = loose[index];
    if (object) found.set(id, object);
  });
  return found;
}

async function areSmall(store: ObjectStore, ids: string[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const input = ids.map(id => `${id}\n`).join('');
  const format = '--batch-check=%(objectsize)';
  const printed = await store.git(['cat-file', format], input);
  const sizes = printed.toString().trimEnd().split('\n').map(Number);
  return sizes.every(size => size <= LARGEST);
}

/**
 * Objects by what Git takes as their name, such as `<tree>:<path>`, in one process (git-cat-file(1), BATCH OUTPUT).
 * @param names - without line breaks
 */
export async function readByName(
  store: ObjectStore,
  names: string[],
): Promise<Map<string, GitObject>> {
  const found = new Map<string, GitObject>();
  if (names.length === 0) return found;
  const input = names.map(name => `${name}\n`).join('');
  const printed = await store.git(['cat-file', '--batch'], input);
  let at = 0;
  for (const name of names) {
    const end = printed.indexOf('\n', at);
    const head = /^[0-9a-f]+ (\w+) (\d+)$/.exec(
      printed.toString('utf8', at, end),
    );
    at = end + 1;
    if (head) {
      const body = printed.subarray(at, at + Number(head[2]));
      found.set(name, { type: head[1] as GitObject['type'], body });
      at += body.length + 1;
    }
  }
  return found;
}
