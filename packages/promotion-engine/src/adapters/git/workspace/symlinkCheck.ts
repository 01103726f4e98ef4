import { Dirent } from 'fs';
import { readdir } from 'fs/promises';
import { join } from 'path';
import { joinPath } from './pathRules';
import { PathScope, resolvePath } from './resolvePath';

/**
 * A program follows symlinks without asking: it does not run where one leads out of the workspace. Looks at what is
 * on disk, because steps make symlinks too, and one that was harmless may have become part of a way out.
 * @throws PathError
 */
export async function assertLinksStayInside(scope: PathScope): Promise<void> {
  const pending = [''];
  while (pending.length > 0) {
    const directory = pending.pop()!;
    for (const entry of await entriesOf(join(scope.root, directory))) {
      const path = joinPath(directory, entry.name);
      if (entry.isDirectory()) pending.push(path);
      else if (entry.isSymbolicLink())
        await resolvePath(scope, path, { followLast: true });
    }
  }
}

const entriesOf = (directory: string): Promise<Dirent[]> =>
  readdir(directory, { withFileTypes: true });
