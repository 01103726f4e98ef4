import { PathError } from '../../../model/errors';
import { Workspace } from '../../../ports/git';

/** Something below a directory. */
export interface Found {
  /** Relative to the directory. */
  path: string;
  kind: 'file' | 'directory' | 'symlink';
}

/** More than any deployment has; a walk ends there. */
const MAX_ENTRIES = 100_000;

export const joined = (...parts: string[]): string =>
  parts
    .map(part => part.replace(/^\.(\/|$)/, '').replace(/\/$/, ''))
    .filter(part => part !== '')
    .join('/') || '.';

/** The name under which Git keeps its own things; no step sees them. */
export const isGitDirectory = (name: string): boolean =>
  name.toLowerCase() === '.git';

/**
 * Everything below a directory, in the order of names, directories before what is in them. Symlinks are not followed,
 * `.git` is left out, and so is what `skip` says, with all that is below.
 */
export async function walk(
  workspace: Workspace,
  directory: string,
  skip: (found: Found) => boolean = () => false,
): Promise<Found[]> {
  const all: Found[] = [];
  const visit = async (below: string): Promise<void> => {
    for (const name of await workspace.list(joined(directory, below))) {
      if (isGitDirectory(name)) continue;
      const path = below ? `${below}/${name}` : name;
      const kind = await workspace.stat(joined(directory, path));
      if (kind === undefined || skip({ path, kind })) continue;
      all.push({ path, kind });
      if (all.length > MAX_ENTRIES)
        throw new PathError(
          `"${directory}" has more than ${MAX_ENTRIES} files and directories`,
        );
      if (kind === 'directory') await visit(path);
    }
  };
  await visit('');
  return all;
}
