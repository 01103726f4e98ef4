export interface GitObject {
  type: 'blob' | 'tree' | 'commit' | 'tag';
  body: Buffer;
}

/** One line of a tree. */
export interface TreeEntry {
  /** Octal, with six digits, as `git ls-tree` prints it: 100644, 100755, or one of those below. */
  mode: string;
  id: string;
}

export const DIRECTORY = '040000';
export const SUBMODULE = '160000';
export const SYMLINK = '120000';
