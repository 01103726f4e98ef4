import { FileChange } from '../model/promotion';
import { WrittenCommit } from '../model/writtenCommit';

/** Who writes a commit. */
export interface GitIdentity {
  name: string;
  email: string;
}

/** Who writes a commit, and signs it. */
export interface GitAuthor extends GitIdentity {
  /** Private key, ASCII-armoured OpenPGP or OpenSSH, without a passphrase. A secret. */
  signingKey?: string;
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
    options?: Interruptible,
  ): Promise<{ commit: string; branch?: string }>;
  /**
   * A commit without parents and without files, which a branch that is not there yet can begin with. Nobody sees it
   * before it is pushed. Deterministic for equal input.
   */
  rootCommit(
    repoURL: string,
    options: { author: GitAuthor; at: string },
  ): Promise<string>;
  /** Object ids of paths in a commit that the mirror has (`.`: its whole tree); a missing path is absent. */
  objectIds(
    repoURL: string,
    commit: string,
    paths: string[],
  ): Promise<Record<string, string>>;
  /** Path to commit of every submodule that a commit, which the mirror has, records. */
  submodules(repoURL: string, commit: string): Promise<Record<string, string>>;
  /** The newest commit in `base..head` of the branch that carries both trailers, after a fetch. */
  findByTrailers(
    repoURL: string,
    search: TrailerSearch,
    options?: Interruptible,
  ): Promise<string | undefined>;
  /** Pushes without force; the remote's compare-and-swap decides. */
  push(repoURL: string, push: PushRequest): Promise<PushResult>;
  /** Makes a tag object that the mirror has a tag of the remote; one that is there is not moved. */
  pushTag(
    repoURL: string,
    push: { tag: string; object: string } & Interruptible,
  ): Promise<PushResult>;
  /** One question to the remote, and nothing is fetched (git ls-remote). */
  refs(
    repoURL: string,
    options?: RemoteOptions & Interruptible,
  ): Promise<RemoteRefs>;
  /** The branch that the remote's HEAD is. */
  defaultBranch(
    repoURL: string,
    options?: RemoteOptions & Interruptible,
  ): Promise<string>;
  /** Brings the mirror up to date, unless these branches, or these and no other tags, are in it already. */
  update(
    repoURL: string,
    wanted: Partial<RemoteRefs>,
    options?: RemoteOptions & Interruptible,
  ): Promise<void>;
  /** First parents only, newest first, from the mirror. */
  history(
    repoURL: string,
    query: HistoryQuery,
    options?: RemoteOptions,
  ): Promise<CommitFacts[]>;
  /** Every tag that the mirror has and that leads to a commit, in no particular order. */
  tags(repoURL: string, options?: RemoteOptions): Promise<TagFacts[]>;
  /**
   * Who wrote what `head` has and `base` has not, or `head` alone: addresses in lower case, sorted, of authors and of
   * those whom `Co-authored-by` names. Both are fetched when the mirror has not got them.
   */
  authors(
    repoURL: string,
    range: { head: string; base?: string },
  ): Promise<string[]>;
  /**
   * What one commit has and the other has not, newest first; without a base, `head` alone. Both are fetched when the
   * mirror has not got them.
   */
  commitsBetween(
    repoURL: string,
    range: { head: string; base?: string; limit: number },
    options?: RemoteOptions,
  ): Promise<CommitsBetween>;
  /** By commit: the paths in which it differs from its first parent; a move is two of them. */
  changedPaths(
    repoURL: string,
    commits: string[],
    options?: RemoteOptions,
  ): Promise<Record<string, string[]>>;
  /** Texts of files in a commit that the mirror has; what is no file, binary or larger than 1 MiB is absent. */
  textsAt(
    repoURL: string,
    commit: string,
    paths: string[],
  ): Promise<Record<string, string>>;
  /** Paths in which two commits that the mirror has differ. */
  pathsBetween(repoURL: string, range: CommitRange): Promise<string[]>;
  /** Commits in `base..head`, both in the mirror, that touch these paths: newest first. */
  commitsTo(
    repoURL: string,
    range: CommitRange & { paths: string[]; limit: number },
  ): Promise<WrittenCommit[]>;
  /** Opens the workspace of a run; it is empty when nothing of it is left on disk. */
  openWorkspace(runId: string): Promise<Workspace>;
}

/** Commit ids. */
export interface CommitRange {
  base: string;
  head: string;
}

/** A commit as people read it. */
export interface SourceCommit {
  id: string;
  /** Committer date, RFC 3339. */
  date: string;
  /** Name of the author. */
  author: string;
  /** Mail address of the author, in lower case. */
  email: string;
  /** First line of the message, at most 300 characters. */
  title: string;
  /** The message, at most 4,000 characters. */
  message: string;
}

export interface CommitsBetween {
  /** `head` has them, `base` has not. */
  added: SourceCommit[];
  /** `base` has them, `head` has not. */
  removed: SourceCommit[];
  /** There are more than were asked for. */
  more: boolean;
}

/** A commit as discovery sees it. */
export interface CommitFacts {
  id: string;
  /** Committer date, RFC 3339 in the zone of the committer. */
  date: string;
  /** `Name <mail>`. */
  author: string;
  /** `Name <mail>`. */
  committer: string;
  /** First line of the message, whole. */
  subject: string;
}

/** A tag and the commit it leads to, as discovery sees it. */
export interface TagFacts extends Omit<CommitFacts, 'date'> {
  tag: string;
  /** When an annotated tag was made, otherwise the committer date of its commit; RFC 3339. */
  creatorDate: string;
  /** `Name <mail>`, of an annotated tag. */
  tagger?: string;
  /** First line of an annotated tag's message. */
  annotation?: string;
}

/** What waits for a remote, and may be told to stop. */
export interface Interruptible {
  /** Ends the waiting; of a push that was ended, the remote says whether it happened all the same (`findByTrailers`). */
  signal?: AbortSignal;
}

/** How a remote is talked to. */
export interface RemoteOptions {
  /** Take any certificate; such a remote has a mirror of its own. */
  insecureSkipTLSVerify?: boolean;
}

/** What a remote has now: names to object ids. */
export interface RemoteRefs {
  branches: Record<string, string>;
  /** An annotated tag has an id of its own. */
  tags: Record<string, string>;
}

export interface HistoryQuery {
  /** Where it begins: a commit that the mirror has. */
  from: string;
  /** Leave `from` itself out. */
  after?: boolean;
  limit: number;
  /** RFC 3339; the walk stops at the first commit that is older. */
  since?: string;
}

export interface TrailerSearch {
  branch: string;
  /** Commit that the run started from; its ancestors are not searched. */
  base?: string;
  trailers: Record<string, string>;
}

export interface PushRequest extends Interruptible {
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
  /** As `writeText`; `executable` sets the mode, also of a file that is there. */
  writeBytes(
    path: string,
    bytes: Uint8Array,
    options?: { executable?: boolean },
  ): Promise<void>;
  /** Whether a file may be executed; a tracked one as Git has it. */
  isExecutable(path: string): Promise<boolean>;
  /** Where a symlink points to, as it is written. */
  readLink(path: string): Promise<string>;
  /** Makes a symlink, in place of a file or a symlink. @throws PathError when it leads out of the workspace */
  writeLink(path: string, target: string): Promise<void>;
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
  /**
   * Makes an annotated tag of a checkout's head. It is an object and no ref before it is pushed, so no other run
   * sees it. Deterministic for equal input.
   * @throws GitError for a name that no tag can have
   */
  tag(options: TagOptions): Promise<{ object: string; commit: string }>;
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

export interface CheckoutOptions extends Interruptible {
  repoURL: string;
  /** Pinned object id. */
  commit: string;
  /** Branch it stands for, when it does. */
  branch?: string;
  path: string;
  /** The branch is not at the remote yet, and `commit` is from `rootCommit`. */
  isNew?: boolean;
  /**
   * Directories, relative to the repository: only what is in or below them, and files of the directories above, can
   * be seen and is cleared. What is elsewhere stays in every commit as it is (git-sparse-checkout, cone mode).
   */
  sparse?: string[];
}

export interface CheckoutState {
  repoURL: string;
  branch?: string;
  base: string;
  head: string;
  /** The remote does not have the branch yet. */
  isNew?: boolean;
}

export interface TagOptions {
  path: string;
  tag: string;
  message: string;
  /** With a key, the tag is signed. */
  tagger: GitAuthor;
  /** ISO 8601, pinned. */
  at: string;
}

export interface CommitOptions {
  path: string;
  message: string;
  trailers: Record<string, string>;
  /** With a key, the commit is signed. */
  author: GitAuthor;
  /** ISO 8601, pinned, so that a replay gives the same commit id. */
  at: string;
}
