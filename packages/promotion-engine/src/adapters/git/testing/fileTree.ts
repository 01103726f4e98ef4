import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';

/** What a directory holds, by path from there; a directory has no content. */
export type FileTree = ReadonlyMap<string, Buffer | undefined>;

export function readTree(directory: string): FileTree {
  const entries = readdirSync(directory, {
    recursive: true,
    withFileTypes: true,
  }).map(entry => {
    const path = join(entry.parentPath, entry.name);
    const content = entry.isDirectory() ? undefined : readFileSync(path);
    return [path.slice(directory.length + 1), content] as const;
  });
  return new Map(entries);
}

/** Writes what `readTree` read, beside whatever else is there. */
export function writeTree(directory: string, tree: FileTree): void {
  for (const [path, content] of tree) {
    if (content === undefined)
      mkdirSync(join(directory, path), { recursive: true });
  }
  for (const [path, content] of tree) {
    if (content !== undefined) writeFileSync(join(directory, path), content);
  }
}
