import { LockRow, WindowRow } from './calendar';
import { Freight, FreightCollection } from './freight';
import { ApprovalParty, Problem } from './definition';
import {
  Pins,
  PromotionPhase,
  PromotionRequest,
  StepStatus,
} from './promotion';
import { Restored, StageRollback } from './rollback';
import { StepAnswer, StepAsk } from './stepAsk';
import { TestResult } from './testResult';
import { Verification } from './verification';

/** Where a definition comes from; with `kargo` a Kargo in a cluster runs it, too, and the engine leaves it alone. */
export type Provenance = 'annotations' | 'files' | 'cluster' | 'kargo';

/**
 * Projections of the ledger: each row is a fold of its project's entries and is rebuilt from them.
 * `version` counts the changes made to the row; a write carries the version it read.
 */
export interface ProjectRow {
  project: string;
  entityRef: string;
  /** The last good definition, as Kargo manifests: `{name, text}` files. */
  files: { name: string; text: string }[];
  /** sha256 hex of the files. */
  digest: string;
  provenance: Provenance;
  /** Where it runs, as its runner says it (`<cluster>/<project>`); absent: the engine runs it. */
  target?: string;
  /** What is wrong with a newer definition; empty when the running one is the newest. */
  problems: Problem[];
  paused?: string;
  version: number;
}

/** What a person said about freight; it stays with its reason. */
export interface FreightMark {
  /** ISO 8601 */
  at: string;
  actor: string;
  reason: string;
}

export interface FreightRow extends Freight {
  project: string;
  /** It is known to be bad: nothing lets it in anywhere until somebody lifts this. */
  quarantine?: FreightMark;
  /** What tests found out about it, newest of each, by name. */
  tests?: Record<string, TestResult>;
  /** Written by steps; JSON values (Kargo: status.metadata). */
  metadata: Record<string, unknown>;
  version: number;
}

/** Who has an alias now; a project gives each alias once (Kargo: validateFreightAlias). */
export interface FreightAliasRow {
  project: string;
  alias: string;
  /** Absent: it was given up and is free. */
  freight?: string;
  version: number;
}

/** What one freight is to one stage (Kargo: currentlyIn, verifiedIn, approvedFor). */
export interface FreightStageRow {
  project: string;
  freight: string;
  stage: string;
  /** ISO 8601 since when it is there. */
  since?: string;
  longestSoakMs?: number;
  verifiedAt?: string;
  waived?: FreightMark;
  version: number;
}

export interface StageRow {
  project: string;
  stage: string;
  /** Newest first, at most 10; index 0 is what is there (Kargo: freightHistory). */
  history: (FreightCollection & {
    since: string;
    promotion: string;
    /** A rollback brought it. */
    rollback?: true;
  })[];
  currentPromotion?: string;
  lastPromotion?: {
    name: string;
    freight: string;
    phase: PromotionPhase;
    finishedAt: string;
  };
  /** Keyed by origin (Kargo: autoPromotionHolds). */
  holds: Record<string, Hold>;
  verification?: Verification;
  rollback?: StageRollback;
  /** Written by steps; JSON values (Kargo: status.metadata). */
  metadata?: Record<string, unknown>;
  version: number;
}

export interface Hold {
  freight?: string;
  promotion?: string;
  actor: string;
  at: string;
  reason?: string;
}

export interface PromotionRow
  extends Omit<PromotionRequest, 'pins' | 'intent'> {
  project: string;
  pins: Pins;
  intent?: 'hold' | 'resume';
  requester: string;
  reason?: string;
  requestedAt: string;
  phase: PromotionPhase;
  message?: string;
  startedAt?: string;
  finishedAt?: string;
  currentStep: number;
  /** Why it waits again: what differs from the plan that was approved. */
  changed?: string[];
  /** An external step's outcome is unknown and a person must say. */
  question?: { step: number; text: string };
  abortRequested?: { actor: string; reason?: string };
  /** Of a rollback. */
  restored?: Restored;
  version: number;
}

export interface StepRow {
  project: string;
  promotion: string;
  index: number;
  alias: string;
  uses: string;
  status: StepStatus;
  attempt: number;
  errorCount: number;
  startedAt?: string;
  finishedAt?: string;
  message?: string;
  output?: Record<string, unknown>;
  /** What an external step is about to do, committed before it does. */
  intent?: Record<string, unknown>;
  /** What it asks people while it waits. */
  ask?: StepAsk;
  /** Oldest first. */
  answers?: StepAnswer[];
  version: number;
}

/** `brokeGlass`: the person passed the rules that allow that in an emergency. */
export type ApprovalDecision = 'approved' | 'rejected' | 'brokeGlass';

export interface ApprovalRow {
  project: string;
  promotion: string;
  actor: string;
  /** Groups and users that the decision speaks for, as the catalog said at that moment. */
  ownership: string[];
  /** User entity ref of who is absent and delegated it; `ownership` is that person's then. */
  onBehalfOf?: string;
  digest: string;
  decision: ApprovalDecision;
  reason?: string;
  at: string;
  withdrawnAt?: string;
  version: number;
}

/** Somebody has to look at a gate that was passed in an emergency. */
export interface ReviewRow {
  project: string;
  promotion: string;
  stage: string;
  /** Freight name. */
  freight: string;
  /** ISO 8601 */
  openedAt: string;
  /** Who broke the glass, and who agreed. */
  by: string[];
  reason: string;
  /** Any of them may close it, but nobody of `by`. */
  reviewers: ApprovalParty[];
  closed?: FreightMark;
  version: number;
}

/** For the time of an absence a person's decisions are taken by another. */
export interface DelegationRow {
  project: string;
  /** ULID, lower case. */
  id: string;
  /** User entity refs. */
  delegator: string;
  delegate: string;
  /** What the delegator stood for when it was given. */
  ownership: string[];
  /** ISO 8601; from is inside, until is not. */
  from: string;
  until: string;
  reason: string;
  endedAt?: string;
  version: number;
}

/** Row type of each projection table. */
export interface Rows {
  projects: ProjectRow;
  freight: FreightRow;
  freight_aliases: FreightAliasRow;
  freight_stages: FreightStageRow;
  stages: StageRow;
  promotions: PromotionRow;
  steps: StepRow;
  approvals: ApprovalRow;
  reviews: ReviewRow;
  delegations: DelegationRow;
  locks: LockRow;
  windows: WindowRow;
}
export type Table = keyof Rows;

/** Identity of a row of one table inside its project; parts are joined as the table needs them. */
export interface KeyOf<T extends Table> {
  table: T;
  key: string;
}
export type RowKey = { [T in Table]: KeyOf<T> }[Table];

const keyOf = <T extends Table>(
  table: T,
  ...parts: (number | string)[]
): KeyOf<T> => ({ table, key: parts.join('/') });

export const rowKey = {
  project: () => keyOf('projects'),
  freight: (name: string) => keyOf('freight', name),
  freightAlias: (alias: string) => keyOf('freight_aliases', alias),
  freightStage: (freight: string, stage: string) =>
    keyOf('freight_stages', freight, stage),
  stage: (stage: string) => keyOf('stages', stage),
  promotion: (name: string) => keyOf('promotions', name),
  step: (promotion: string, index: number) => keyOf('steps', promotion, index),
  approval: (promotion: string, actor: string) =>
    keyOf('approvals', promotion, actor),
  review: (promotion: string) => keyOf('reviews', promotion),
  delegation: (id: string) => keyOf('delegations', id),
  lock: (id: string) => keyOf('locks', id),
  window: (id: string) => keyOf('windows', id),
};
