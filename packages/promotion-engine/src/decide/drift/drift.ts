import { Artifacts } from '../../model/artifacts';
import { WrittenCommit } from '../../model/writtenCommit';

/** What a stage should have, what Git says, and what runs; all of it as it was seen at one moment. */
export interface DriftFacts {
  /** What was promoted: the artifacts of everything that the stage holds. */
  promoted: Artifacts;
  /** One for each branch that the promotion wrote to. */
  git: GitPlace[];
  /** One for each thing that is watched since the promotion. */
  running: RunningFacts[];
}

/** A branch that a promotion wrote to. */
export interface GitPlace {
  repoURL: string;
  branch: string;
  /** What the promotion left there. */
  commit: string;
  now: GitNow;
}

export type GitNow =
  | { status: 'unread'; reason: string }
  | {
      status: 'read';
      head: string;
      /** Of the files that the promotion wrote, those that the head has differently. */
      changed: ChangedFile[];
      /** By commit that runs somewhere: whether it has those files as they were promoted; a commit of elsewhere is absent. */
      asPromoted: Readonly<Record<string, boolean>>;
    };

/** A file that a promotion wrote and somebody changed since; a text is absent where there is no file, or none that can be read. */
export interface ChangedFile {
  path: string;
  /** Before the promotion wrote it. */
  before?: string;
  promoted?: string;
  now?: string;
  /** It is gone. */
  deleted: boolean;
  /** Commits that changed it since, newest first; two stand for more. */
  by: WrittenCommit[];
}

/** What one watched thing says of what runs. */
export type RunningFacts = {
  /** For people, e.g. `Argo CD Application "web" in namespace "argocd"`. */
  what: string;
} & (
  | {
      status: 'unseen';
      reason: string;
      /** Nothing else is in doubt; absent: everything is. */
      about?: readonly ('image' | 'chart')[];
    }
  | {
      status: 'seen';
      /** References, as they stand in pods. */
      images: string[];
      revisions: RunningRevision[];
    }
);

/** A revision that something was brought to. */
export interface RunningRevision {
  /** Absent: it does not say of what. */
  repoURL?: string;
  /** Of a chart, its name. */
  chart?: string;
  /** A commit, `branch@sha1:<commit>`, a version or a digest. */
  revision: string;
}

/** `same` needs both sides to be known, or one where there is only one. */
export type DriftVerdict = 'same' | 'gitDiffers' | 'clusterDiffers' | 'unknown';

export interface DriftSide {
  /** `none`: there is nothing to look at. */
  status: 'same' | 'differs' | 'unknown' | 'none';
  /** What it has, where that is known. */
  value?: string;
  /** Why it differs, is unknown or is none: part of a sentence. */
  reason?: string;
  /** From when on, and whose doing it was: ` since commit abc1234 by Ada`. */
  since?: string;
}

/** One image, chart, commit or written branch. */
export interface DriftRow {
  kind: 'image' | 'chart' | 'commit' | 'revision';
  /** Repository of an image or of commits, name of a chart, `branch of repository` of what was written. */
  name: string;
  promoted: string;
  git: DriftSide;
  running: DriftSide;
  verdict: DriftVerdict;
  sentence: string;
}
