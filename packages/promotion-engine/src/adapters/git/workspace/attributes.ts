import { posix } from 'path';
import { TrackedTree } from './TrackedTree';

const ATTRIBUTES = '.gitattributes';

/** Files that could change what another one is between the work tree and its blob (gitattributes(5)). */
export function attributesOf(path: string): string[] {
  return ancestorsOf(path).map(directory => posix.join(directory, ATTRIBUTES));
}

/** Whether a commit has such a file. */
export function hasAttributes({ entries }: TrackedTree, path: string): boolean {
  return attributesOf(path).some(file => entries.has(file));
}

/** Directories above a path, '' for the root. */
export function ancestorsOf(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index).join('/'));
}
