import { FileChange } from '../model/promotion';

/** Who writes a commit. */
export interface GitIdentity {
  name: string;
  email: string;
}

/** What a checkout means; none set: the remote's default branch. */
export interface GitRef {
  branch?: string;
  tag?: string;
  commit?: string;
}

/**
 * The Git side of one replica: one bare mirror a remote, shared by all runs.
 * @throws GitError, whose message says what failed, for which repository, and what to do; never a secret.
 */
export interface GitRepositories {
  /** Brings the mirror up to date (concurrent calls for one remote share one fetch) and says what a ref is now. */
  resolve(
    repoURL: string,
    ref: GitRef,
  ): Promise<{ commit: string; branch?: string }>;
  /** Object ids of paths in a commit that the mirror has (`.`: its whole tree); a missing path is absent. */
  objectIds(
    repoURL: string,
    commit: string,
    paths: string[],
  ): Promise<Record<string, string>>;
  /** The newest commit in `base..head` of the branch that carries both trailers, after a fetch. */
  findByTrailers(
    repoURL: string,
    search: TrailerSearch,
  ): Promise<string | undefined>;
  /** Pushes without force; the remote's compare-and-swap decides. */
  push(repoURL: string, push: PushRequest): Promise<PushResult>;
  /** Opens the workspace of a run; it is empty when nothing of it is left on disk. */
  openWorkspace(runId: string): Promise<Workspace>;
}

export interface TrailerSearch {
  branch: string;
  /** Commit that the run started from; its ancestors are not searched. */
  base?: string;
  trailers: Record<string, string>;
}

export interface PushRequest {
  branch: string;
  commit: string;
  /** Overwrite the branch: only for a branch of the promotion's own. */
  force?: boolean;
}

export type PushResult =
  | { status: 'pushed' }
  | { status: 'rejected'; message: string };

/**
 * The directory of one run. Paths are relative, with `/`. A path that leaves it, or has a component `.git`
 * (in any case), is refused with a PathError, whatever symlinks say.
 * Sparseness is invisible: a tracked file appears when it is first touched.
 */
export interface Workspace {
  checkout(options: CheckoutOptions): Promise<void>;
  readText(path: string): Promise<string>;
  readBytes(path: string): Promise<Buffer>;
  /** Makes directories as needed; a file that is there keeps its mode. */
  writeText(path: string, text: string): Promise<void>;
  writeBytes(path: string, bytes: Uint8Array): Promise<void>;
  /** A file, a symlink (not what it points to) or a directory with all below it; nothing there is no error. */
  delete(path: string): Promise<void>;
  /** Copies a file or a directory onto `to`; symlinks stay symlinks, modes come along. */
  copy(from: string, to: string): Promise<void>;
  /** Deletes every tracked file of a checkout (Kargo: git-clear); untracked ones stay. */
  clear(path: string): Promise<void>;
  /** `undefined` where there is nothing. A symlink is not followed. */
  stat(path: string): Promise<'file' | 'directory' | 'symlink' | undefined>;
  list(path: string): Promise<string[]>;
  /** Commits everything that changed under a checkout; undefined when nothing did. Deterministic for equal input. */
  commit(options: CommitOptions): Promise<{ commit: string } | undefined>;
  /** The state of a checkout: base, head, and where it came from. */
  describeCheckout(path: string): Promise<CheckoutState>;
  /** Files that differ between base and head, with unified diffs when asked. */
  changes(
    path: string,
    options: { diffs: boolean },
  ): Promise<(FileChange & { diff?: string; binary?: boolean })[]>;
  /**
   * Paths, relative to the checkout, that the run rests on since checkout: read, listed or overwritten, with their
   * object ids in the base ('' for one that was looked for and is not there; `.` is the whole tree).
   * Compare with `objectIds(...)[path] ?? ''`.
   */
  readSet(path: string): Promise<Record<string, string>>;
  /** Every tracked file on disk: for steps that run a program. @throws PathError when a symlink leads outside */
  materialize(path: string): Promise<void>;
  /** Absolute path for a program, after `materialize`. */
  directory(path: string): Promise<string>;
  remove(): Promise<void>;
}

export interface CheckoutOptions {
  repoURL: string;
  /** Pinned object id. */
  commit: string;
  /** Branch it stands for, when it does. */
  branch?: string;
  path: string;
}

export interface CheckoutState {
  repoURL: string;
  branch?: string;
  base: string;
  head: string;
}

export interface CommitOptions {
  path: string;
  message: string;
  trailers: Record<string, string>;
  author: GitIdentity;
  /** ISO 8601, pinned, so that a replay gives the same commit id. */
  at: string;
}
