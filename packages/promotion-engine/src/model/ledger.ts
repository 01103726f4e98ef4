import { Freight, FreightCollection } from './freight';
import { ApprovalParty, Problem } from './definition';
import {
  DiffAuthors,
  EffectDigest,
  PromotionPhase,
  PromotionRequest,
} from './promotion';
import { LockReach, QueueRelease } from './calendar';
import { PromotionWindow } from './promotionWindow';
import { Scope } from './scope';
import { Provenance } from './rows';
import { StepAnswer, StepAsk } from './stepAsk';
import { TestResult } from './testResult';
import { Verification } from './verification';

/** Every kind of decision, with what it changes. Entries hold unevaluated configuration and masked text only. */
export interface LedgerEvents {
  'definition.accepted': {
    entityRef: string;
    files: { name: string; text: string }[];
    digest: string;
    provenance: Provenance;
    /** Where it runs, when that is not here. */
    target?: string;
  };
  'definition.rejected': { entityRef: string; problems: Problem[] };
  'project.paused': Record<string, never>;
  'project.resumed': Record<string, never>;
  'freight.created': { freight: Freight };
  /** Keys replace those of the same name; the others stay (Kargo: set-metadata). */
  'freight.metadataSet': { freight: string; values: Record<string, unknown> };
  'freight.aliasSet': { freight: string; alias: string; before: string };
  'stage.metadataSet': { stage: string; values: Record<string, unknown> };
  'freight.waived': { freight: string; stage: string };
  'freight.quarantined': { freight: string };
  'freight.quarantineLifted': { freight: string };
  'freight.tested': {
    freight: string;
    result: Omit<TestResult, 'actor' | 'at'>;
  };
  'hold.set': {
    stage: string;
    origin: string;
    freight?: string;
    promotion?: string;
  };
  'hold.released': { stage: string; origin: string };
  /** The policy would go back, and does not; the reason says why not. */
  'rollback.skipped': {
    stage: string;
    /** Name of the promotion that would be undone. */
    of: string;
    verification?: string;
  };
  'promotion.requested': { request: PromotionRequest };
  'promotion.changed': {
    promotion: string;
    stage: string;
    steps: number[];
    digest: string;
    effects: EffectDigest[];
    inputs: Record<string, string>;
    differences: string[];
    /** Only where a rule asks for them. */
    authors?: DiffAuthors;
  };
  'promotion.queued': { promotion: string };
  'promotion.started': {
    promotion: string;
    stage: string;
    /** What the stage will hold, where that is another thing than when it was requested. */
    collection?: FreightCollection;
  };
  'promotion.pinned': { promotion: string; inputs: Record<string, string> };
  'promotion.planned': {
    promotion: string;
    digest: string;
    effects: EffectDigest[];
  };
  'promotion.rewound': {
    promotion: string;
    steps: number[];
    inputs: Record<string, string>;
    because: string;
  };
  'promotion.asked': { promotion: string; step: number; text: string };
  'promotion.answered': { promotion: string; step: number };
  'promotion.abortRequested': { promotion: string };
  'promotion.finished': {
    promotion: string;
    stage: string;
    phase: PromotionPhase;
    message: string;
    freight: string[];
  };
  /** The stage is good again after a rollback. */
  'promotion.restored': {
    promotion: string;
    stage: string;
    /** ISO 8601 */
    badSince: string;
    /** Milliseconds from then to now: the time to restore. */
    afterMs: number;
  };
  'step.intended': {
    promotion: string;
    index: number;
    intent: Record<string, unknown>;
  };
  'step.waiting': {
    promotion: string;
    index: number;
    message: string;
    error: boolean;
    /** What it asks people; absent: nothing. */
    ask?: StepAsk;
  };
  'step.finished': {
    promotion: string;
    index: number;
    status: 'Succeeded' | 'Skipped' | 'Failed' | 'Errored' | 'Aborted';
    message?: string;
    output?: Record<string, unknown>;
  };
  'approval.given': ApprovalEvent;
  'approval.rejected': ApprovalEvent;
  /** Somebody passes the rules that allow that in an emergency. */
  'approval.brokeGlass': Omit<ApprovalEvent, 'onBehalfOf'>;
  'approval.withdrawn': { promotion: string };
  /** Its approvals do not suffice any more (expired, withdrawn): it waits for people again. */
  'promotion.unapproved': { promotion: string; stage: string; steps: number[] };
  'review.opened': {
    promotion: string;
    stage: string;
    freight: string;
    by: string[];
    reviewers: ApprovalParty[];
  };
  'review.closed': { promotion: string };
  /** The actor is who will be absent. */
  'delegation.given': {
    id: string;
    delegate: string;
    ownership: string[];
    from: string;
    until: string;
  };
  'delegation.ended': { id: string };
  'step.answered': {
    promotion: string;
    index: number;
  } & Omit<StepAnswer, 'actor' | 'at' | 'message'>;
  'verification.started': { stage: string; verification: Verification };
  'verification.finished': {
    stage: string;
    verification: Verification;
    freight: string[];
  };
  /** Somebody wants something of a progressive delivery; the cluster is told after it stands here. */
  'rollout.asked': RolloutEvent;
  /** The cluster did not do it; the reason says why. */
  'rollout.failed': RolloutEvent;
  'lock.set': {
    lock: string;
    scope: Scope;
    blocks: LockReach;
    link?: string;
    until?: string;
  };
  'lock.released': { lock: string; queue: QueueRelease };
  'window.set': {
    id: string;
    window: PromotionWindow;
    scope: Scope;
    rollbacks?: boolean;
    link?: string;
  };
  'window.ended': { id: string };
  /** Somebody asked what runs the pipeline in place of the engine; written down before it is told. */
  'runner.asked': RunnerAct;
  /** What came of it; refused with a reason, or done. */
  'runner.answered': RunnerAct & { refused?: true };
  denied: { operation: string };
}

/** What people ask of a Kargo that runs the pipeline. */
export interface RunnerAct {
  operation: 'promote' | 'approve' | 'refresh' | 'abort';
  stage?: string;
  /** Freight name. */
  freight?: string;
  promotion?: string;
  warehouse?: string;
}
export type Verb = keyof LedgerEvents;

/** What is asked of a workload in a cluster. */
export interface RolloutEvent {
  stage: string;
  rollout: { cluster: string; namespace: string; name: string };
  act: string;
}

/** A person's decision about the plan with this digest. */
export interface ApprovalEvent {
  promotion: string;
  digest: string;
  /** What the decision speaks for. */
  ownership: string[];
  /** Whose decision a delegate takes. */
  onBehalfOf?: string;
}

/** An entry before the store numbers and chains it. */
export type NewEntry = {
  [V in Verb]: {
    verb: V;
    /** User entity ref, or a component of the system: `component:warehouse`. */
    actor: string;
    /** ISO 8601. */
    at: string;
    /** e.g. `promotion:dev.01….abc1234`. */
    subject: string;
    reason?: string;
    data: LedgerEvents[V];
  };
}[Verb];

/** An entry in the chain of its project. */
export type LedgerEntry = NewEntry & {
  project: string;
  /** Counts from 1, without gaps. */
  seq: number;
  /** sha256 hex of the previous entry; 64 zeros for the first. */
  previous: string;
  /** sha256 hex over canonical JSON (RFC 8785) of everything else. */
  hash: string;
};

export const FIRST_HASH = '0'.repeat(64);
