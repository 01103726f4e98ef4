import { dirname } from 'path/posix';
import { isWithin } from './pathRules';
import { TrackedTree } from './TrackedTree';

/** Whether a file is in the cone of these directories (git-sparse-checkout, cone mode); without any, all are. */
export function isInCone(path: string, directories?: string[]): boolean {
  if (!directories) return true;
  const parent = dirname(path) === '.' ? '' : dirname(path);
  return directories.some(
    directory => isWithin(parent, directory) || isWithin(directory, parent),
  );
}

/** Only what is in the cone. */
export function visibleTree(
  tree: TrackedTree,
  directories?: string[],
): TrackedTree {
  if (!directories) return tree;
  const visible = [...tree.entries].filter(([path]) =>
    isInCone(path, directories),
  );
  return new TrackedTree(new Map(visible));
}
