import { GitAuthor, GitIdentity } from '../../ports/git';
import { Logger } from '../../ports/runtime';
import { TreeCache } from './workspace/TreeCache';

/** What a remote is told; nothing: it is read anonymously. */
export type GitCredentials =
  | { username: string; password: string }
  | { headers: Record<string, string> };

/** When a mirror has become slow enough to be put in order. */
export interface HousekeepingLimits {
  /** Fetches, and questions in their place, between two looks. */
  everyFetches: number;
  packs: number;
  /** Objects in one of the 256 folders of loose ones, as Git itself estimates their number (gc.auto). */
  looseInFolder: number;
}

export interface GitAdapterOptions {
  /** Holds mirrors, workspaces and their state; belongs to this replica alone. */
  directory: string;
  /** Asked before each contact with a remote, so that a rotated password needs no restart. */
  credentials: (repoURL: string) => Promise<GitCredentials | undefined>;
  /** Committer of every commit; default: its author. */
  identity?: GitIdentity;
  /** The platform's own client: what it commits is signed with its key. */
  system?: GitAuthor;
  /** Where programs that sign are looked for, as in PATH; default: this process's. */
  path?: string;
  logger?: Logger;
  /** Where a repository is read instead of at its address, such as a checkout on this machine. */
  locate?: (repoURL: string) => string | undefined;
  /** Accept `file://` addresses: for tests, benches and the demo. */
  allowFile?: boolean;
  /** Default true: files appear when they are first touched. False: every checkout is written in full. */
  sparse?: boolean;
  /** When mirrors are packed; has a default. */
  housekeeping?: HousekeepingLimits;
  /** Executable; default `git`. */
  binary?: string;
}

/** What every part of the adapter knows. */
export interface GitContext extends GitAdapterOptions {
  trees: TreeCache;
  binary: string;
  sparse: boolean;
  allowFile: boolean;
}
