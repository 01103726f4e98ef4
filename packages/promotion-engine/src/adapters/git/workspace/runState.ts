import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'fs';
import { join } from 'path';

/** What must survive a crash about one checkout; the rest is in its index and on disk. */
export interface CheckoutRecord {
  /** Names its index file and its ref. */
  number: number;
  /** Real path in the workspace, '' for the workspace itself. */
  path: string;
  repoURL: string;
  branch?: string;
  base: string;
  head: string;
  /** Tree of `head`. */
  tree: string;
  isNew?: boolean;
  /** Directories of the cone; absent: everything. */
  sparse?: string[];
  /** Every tracked file that can be seen is on disk, and what is not there was deleted. */
  full: boolean;
  /** Tracked files and directories that were deleted since the last commit. */
  deleted: string[];
  /** Paths that were looked at or written; a directory counts as its tree. */
  touched: Map<string, 'read' | 'write'>;
}

export interface RunState {
  nextNumber: number;
  checkouts: CheckoutRecord[];
}

export function loadRunState(directory: string): RunState {
  try {
    const state = JSON.parse(
      readFileSync(join(directory, 'state.json'), 'utf8'),
    );
    for (const checkout of state.checkouts) {
      checkout.touched = new Map(checkout.touched);
    }
    return state;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return { nextNumber: 1, checkouts: [] };
    }
    throw error;
  }
}

/** Synchronous, so that two saves of one process cannot overtake each other; a fraction of a millisecond. */
export function saveRunState(directory: string, state: RunState): void {
  mkdirSync(directory, { recursive: true });
  const draft = join(directory, 'state.json.new');
  writeFileSync(
    draft,
    JSON.stringify(state, (_, value) =>
      value instanceof Map ? [...value] : value,
    ),
  );
  renameSync(draft, join(directory, 'state.json'));
}
