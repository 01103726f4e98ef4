import { FreightCollection, FreightReference } from './freight';
import {
  ApprovalRule,
  ExpressionVariable,
  StageTarget,
  StepTemplate,
} from './definition';
import { Rollback } from './rollback';

/** `Requested` waits for people and holds nothing; the rest are Kargo's phases, and two ends that name their reason. */
export const PromotionPhase = {
  Requested: 'Requested',
  Pending: 'Pending',
  Running: 'Running',
  Succeeded: 'Succeeded',
  Failed: 'Failed',
  Errored: 'Errored',
  Aborted: 'Aborted',
  Rejected: 'Rejected',
  Superseded: 'Superseded',
} as const;
export type PromotionPhase =
  (typeof PromotionPhase)[keyof typeof PromotionPhase];

const TERMINAL: ReadonlySet<PromotionPhase> = new Set<PromotionPhase>([
  'Succeeded',
  'Failed',
  'Errored',
  'Aborted',
  'Rejected',
  'Superseded',
]);

export function isTerminal(phase: PromotionPhase): boolean {
  return TERMINAL.has(phase);
}

/** Phases of what waits or runs. */
export const OPEN_PHASES: readonly PromotionPhase[] = Object.values(
  PromotionPhase,
).filter(phase => !isTerminal(phase));

/**
 * The part of a promotion's name that sorts by time, its ULID; so promotions of different stages sort by time too.
 * A name that is not `<stage>.<ulid>.<freight>` sorts as a whole.
 */
export function promotionOrder(name: string): string {
  return /\.([0-9a-z]{26})\.[^.]*$/i.exec(name)?.[1].toLowerCase() ?? name;
}

export const StepStatus = {
  Pending: 'Pending',
  Running: 'Running',
  Succeeded: 'Succeeded',
  Skipped: 'Skipped',
  Failed: 'Failed',
  Errored: 'Errored',
  Aborted: 'Aborted',
} as const;
export type StepStatus = (typeof StepStatus)[keyof typeof StepStatus];

/** Everything a replay must see unchanged: clock, randomness, and the commits that inputs resolved to. */
export interface Pins {
  /** ISO 8601: what `now()` answers in every expression of this run. */
  now: string;
  /** Seed of everything random in this run. */
  seed: string;
  /** `git:<url>#<branch|tag|commit>` to the object id that it meant when first read. */
  inputs: Record<string, string>;
}

/** One file that a promotion would write, or wrote. Object ids are Git's; absent: the file is not there. */
export interface FileChange {
  path: string;
  mode: string;
  oldBlob?: string;
  newBlob?: string;
}

/** One thing an external step would do to the world, in a form that is hashed and shown. */
export interface ExternalEffect {
  /** Alias of the step. */
  step: string;
  /** e.g. `git-push`. */
  kind: string;
  /** e.g. `push to main of https://…`. */
  target: string;
  /** For a push: the files. */
  files?: FileChange[];
  /** For other calls: what is sent, secrets masked. Enters the digest. */
  call?: unknown;
  /** Step configuration that stays unevaluated because it needs an output only known later. */
  unknown?: string;
}

/** What a promotion would do (design, section 5). */
export interface Plan {
  promotion: string;
  freight: string;
  stage: string;
  steps: StepTemplate[];
  pins: Pins;
  effects: ExternalEffect[];
  /** sha256 hex over canonical JSON of freight, steps and effects. */
  digest: string;
  /** `git:<url>#<ref>` to the paths that were read and the object ids they had. */
  readSet: Record<string, Record<string, string>>;
  /** Unified diffs for people, per effect; never part of the digest. */
  diffs: PlanDiff[];
  /** Steps with what planning them gave. */
  outcomes: { alias: string; uses: string; status: string; message?: string }[];
  /** Planning failed: what would go wrong, in plain words. */
  problem?: string;
}

export interface PlanDiff {
  step: string;
  repoURL: string;
  branch: string;
  path: string;
  /** Unified diff text, secrets masked. */
  text: string;
  binary: boolean;
}

export interface PromotionRequest {
  /** `<stage>.<ulid>.<freight[0..7]>`, lower case (Kargo: GeneratePromotionName). */
  name: string;
  stage: string;
  /** Of a stage for one target: as it was when it was requested. */
  target?: StageTarget;
  freight: FreightReference;
  /** What the stage will hold when it succeeds, other origins included. */
  collection: FreightCollection;
  steps: StepTemplate[];
  vars: ExpressionVariable[];
  /** How many of the variables, from the first on, a person gave as inputs. */
  inputs?: number;
  pins: Pins;
  /** True when a policy asked, false when a person did. */
  automatic: boolean;
  /** Hold or resume intent for the freight's origin (Kargo 4.5). */
  intent?: 'hold' | 'resume';
  /** Set: it takes the stage back. */
  rollback?: Rollback;
  approvals: ApprovalRule[];
  /** Only where a rule asks for them. */
  authors?: DiffAuthors;
  /** Absent until planned; automatic promotions without approval learn it before their first external effect. */
  digest?: string;
  /** What each external step was planned to do; the parts of `digest`. */
  effects: EffectDigest[];
}

/** Who wrote the commits that a promotion brings, as far as Git and the catalog know. */
export interface DiffAuthors {
  /** User entity refs. */
  users: string[];
  /** Addresses that no user of the catalog has. */
  unmatched: string[];
  /** Sentences that say which commits could not be read: then nobody knows who wrote them. */
  unread: string[];
}

/** sha256 hex of what one external step does: never commit ids, dates or parents. */
export interface EffectDigest {
  step: string;
  digest: string;
  /** `path oldBlob newBlob` lines or a call, so that a difference can be told in words. */
  summary: string[];
}
