import { DIRECTORY, TreeEntry } from './GitObject';

const ID_BYTES = 20;

/** Names to entries of a tree object: `<mode> <name>\0<id>`, mode without leading zeros. */
export function parseTree(body: Buffer): Map<string, TreeEntry> {
  const entries = new Map<string, TreeEntry>();
  for (let at = 0; at < body.length; ) {
    const space = body.indexOf(0x20, at);
    const end = body.indexOf(0, space);
    const mode = body.toString('latin1', at, space).padStart(6, '0');
    // bytes, because a name need not be UTF-8 and has to come out as it went in
    const name = body.toString('latin1', space + 1, end);
    at = end + 1 + ID_BYTES;
    entries.set(name, { mode, id: body.toString('hex', end + 1, at) });
  }
  return entries;
}

/** A directory is sorted as if its name ended with a slash (git-fsck(1): treeNotSorted). */
export function formatTree(entries: Map<string, TreeEntry>): Buffer {
  const sorted = [...entries]
    .map(([name, entry]) => ({ ...entry, name, key: keyOf(name, entry) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const lines = sorted.flatMap(({ mode, name, id }) => [
    Buffer.from(`${mode.replace(/^0+/, '')} ${name}\0`, 'latin1'),
    Buffer.from(id, 'hex'),
  ]);
  return Buffer.concat(lines);
}

const keyOf = (name: string, { mode }: TreeEntry): string =>
  mode === DIRECTORY ? `${name}/` : name;
