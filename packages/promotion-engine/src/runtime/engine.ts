import { StageHealth } from '../decide/health';
import { Artifacts } from '../model/artifacts';
import { Problem } from '../model/definition';
import { GateReport } from '../model/gate';
import { Plan } from '../model/promotion';
import {
  DelegationRow,
  FreightRow,
  PromotionRow,
  Provenance,
  ReviewRow,
} from '../model/rows';
import { StepAction } from '../model/stepAsk';
import { ArtifactSource } from '../model/sourceKey';
import { ComingCommits, CommitsQuestion } from './commits';
import { StageDrift } from './drift';

/** A person or a component that acts, with everything it stands for (groups, itself). */
export interface Actor {
  ref: string;
  ownership: string[];
}

export interface FreightInto {
  project: string;
  stage: string;
  /** Freight name (40 hex) or alias. */
  freight: string;
  /** What the stage asks for (`stevedore.dev/inputs`); the same for a plan and the request that adopts it. */
  inputs?: Readonly<Record<string, string>>;
}

/** Freight for the targets of a stage. */
export interface TargetsAsk extends FreightInto {
  /** Names of targets; absent: all that do not hold it. */
  targets?: string[];
  actor: Actor;
  reason?: string;
}

/** What became of it in one target: a promotion, or why there is none. */
export interface TargetAnswer {
  /** Name of the target. */
  target: string;
  /** Name of the stage that stands for it. */
  stage: string;
  promotion?: PromotionRow;
  why?: string;
}

/** What a person who takes a stage back says. */
export interface RollbackAsk {
  project: string;
  stage: string;
  /** Name or alias of what to go back to; absent: the last that was verified there. */
  freight?: string;
  /** Origin key, for a stage that takes freight of several; absent: of what came last. */
  origin?: string;
  inputs?: Readonly<Record<string, string>>;
  actor: Actor;
  /** Needed to quarantine. */
  reason?: string;
  /** Adopts a shown plan. */
  plan?: string;
  /** Marks what is taken out as bad. */
  quarantine?: boolean;
}

/** What a click would do; the request adopts it by its promotion name. */
export interface PlanAnswer {
  plan: Plan;
  gates: GateReport;
  /** Sentence for the button, e.g. `Request approval for prod (needs 2 of group:default/release-managers)`. */
  action: string;
}

/**
 * The engine as its host uses it. It authorises nobody: the service in front of it does.
 * @throws RequestError with one sentence when what is asked cannot be (unknown names, closed gates, old digests).
 */
export interface Engine {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Compares with what runs; a definition that does not validate is reported and the last good one stays. */
  define(input: DefinitionInput): Promise<void>;
  /** The entity is gone: the project pauses, keeps its state, and resumes when it is back. */
  pause(project: string, reason: string): Promise<void>;
  gates(input: FreightInto): Promise<GateReport>;
  /** What a request would do; with `rollback`, what going back to that freight would. */
  plan(
    input: FreightInto & { actor: Actor; rollback?: boolean },
  ): Promise<PlanAnswer>;
  /** Gates are checked; with approvals it is planned and waits for people, otherwise it queues. `plan` adopts a shown plan. */
  request(
    input: FreightInto & { actor: Actor; reason?: string; plan?: string },
  ): Promise<PromotionRow>;
  /** Asks for freight in the targets of a stage, each by itself. */
  requestTargets(input: TargetsAsk): Promise<TargetAnswer[]>;
  /** Takes a stage back; auto-promotion of that origin is on hold from then on. */
  rollback(input: RollbackAsk): Promise<PromotionRow>;
  approve(input: PromotionDecision): Promise<PromotionRow>;
  reject(input: PromotionDecision): Promise<PromotionRow>;
  withdraw(input: Omit<PromotionDecision, 'digest'>): Promise<PromotionRow>;
  /** What people do beside asking, approving and rejecting. */
  readonly people: PeopleActs;
  abort(input: Omit<PromotionDecision, 'digest'>): Promise<PromotionRow>;
  /** A promotion that asks gets its step attempted again; one that ended badly is requested anew. */
  retry(input: Omit<PromotionDecision, 'digest'>): Promise<PromotionRow>;
  /** Makes freight of what a person chose; it must fit the warehouse's subscriptions. */
  createFreight(input: FreightByHand): Promise<FreightRow>;
  /** Gives freight another name for people; no two in a project have the same. */
  changeAlias(input: {
    project: string;
    /** Freight name (40 hex) or alias. */
    freight: string;
    alias: string;
    actor: Actor;
    reason?: string;
  }): Promise<FreightRow>;
  /** Lets freight past verification and soak into one stage (Kargo: approve); an approval it is not. */
  waive(input: FreightWaiver): Promise<void>;
  /** Marks freight as bad: nothing lets it in anywhere until somebody lifts that. */
  quarantine(input: FreightDecision): Promise<FreightRow>;
  liftQuarantine(input: FreightDecision): Promise<FreightRow>;
  /** Looks for new versions now; who asked for it is told to whoever else runs the pipeline. */
  refresh(input: {
    project: string;
    warehouse: string;
    actor?: Actor;
  }): Promise<void>;
  /** A source may have something new (a webhook says so): whoever watches it looks now. @returns how many do */
  notify(source: ArtifactSource): Promise<number>;
  hold(input: {
    project: string;
    stage: string;
    origin: string;
    actor: Actor;
    reason?: string;
  }): Promise<void>;
  resume(input: {
    project: string;
    stage: string;
    origin: string;
    actor: Actor;
    reason?: string;
  }): Promise<void>;
  /** Verifies what a stage holds once more; what was verified stays so (Kargo: reverify). */
  verifyAgain(input: StageDecision): Promise<void>;
  /** Ends a running verification; it counts as failed (Kargo: abort). */
  stopVerification(input: StageDecision): Promise<void>;
  /** How a stage is doing now; undefined where nothing was ever promoted. */
  health(at: {
    project: string;
    stage: string;
  }): Promise<StageHealth | undefined>;
  /** What was promoted into a stage, what Git says now and what runs; undefined where nothing was ever promoted. */
  drift(at: {
    project: string;
    stage: string;
  }): Promise<StageDrift | undefined>;
  /** The commits between two freight. Of a repository that cannot be read it says why. */
  commits(question: CommitsQuestion): Promise<ComingCommits>;
  /** Something that a promotion or the health of a stage depends on moved: it is looked at now. */
  look(at: {
    kind: 'promotion' | 'stage';
    project: string;
    name: string;
  }): Promise<void>;
  /** Writes a refusal of the host's authorisation into the ledger. */
  denied(input: {
    project: string;
    subject: string;
    actor: Actor;
    operation: string;
    reason: string;
  }): Promise<void>;
}

/** Freight as a person puts it together. */
export interface FreightByHand {
  project: string;
  warehouse: string;
  /** At most one artifact for each subscription; a known image needs no digest. */
  artifacts: Partial<Artifacts>;
  /** Freight name or alias: what is not chosen comes from there. */
  cloneOf?: string;
  /** Generated when absent. */
  alias?: string;
  actor: Actor;
  reason?: string;
}

/** What a person says about freight; without a reason it is refused. */
export interface FreightDecision {
  project: string;
  /** Freight name (40 hex) or alias. */
  freight: string;
  actor: Actor;
  reason?: string;
}

export interface FreightWaiver extends FreightDecision {
  stage: string;
}

export interface StageDecision {
  project: string;
  stage: string;
  actor: Actor;
  reason?: string;
}

export interface PromotionDecision {
  project: string;
  promotion: string;
  actor: Actor;
  /** The digest the person saw. */
  digest: string;
  reason?: string;
  /** Entity ref of who delegated the decision; absent: one's own name where the policy has it. */
  onBehalfOf?: string;
}

/** @throws RequestError with one sentence when what is asked cannot be */
export interface PeopleActs {
  /** Passes, in an emergency, the rules that let this person; needs a reason, and opens a review. */
  breakGlass(input: PromotionDecision): Promise<PromotionRow>;
  /** Says what came of looking at what was passed in an emergency. */
  closeReview(
    input: Omit<PromotionDecision, 'digest' | 'onBehalfOf'>,
  ): Promise<ReviewRow>;
  /** Answers what a running step asks. */
  answerStep(input: NewAnswer): Promise<PromotionRow>;
  /** For a time, another person decides in one's name. */
  delegate(input: NewDelegation): Promise<DelegationRow>;
  endDelegation(input: {
    id: string;
    actor: Actor;
    reason?: string;
  }): Promise<void>;
}

export interface NewDelegation {
  /** Who will be absent. */
  actor: Actor;
  /** User entity ref. */
  delegate: string;
  /** ISO 8601; absent: from now on. */
  from?: string;
  /** ISO 8601 */
  until: string;
  reason?: string;
}

export interface NewAnswer {
  project: string;
  promotion: string;
  /** Index of the step, from 0. */
  step: number;
  actor: Actor;
  action: StepAction;
  /** Shown with the answer. */
  reason?: string;
  /** What was filled in. */
  values?: Record<string, unknown>;
}

export interface DefinitionInput {
  entityRef: string;
  /** Kargo's Project name; the entity's name unless the manifests say otherwise. */
  project: string;
  files: { name: string; text: string }[];
  provenance: Provenance;
  /** Where it runs, when that is not here. */
  target?: string;
  problems: Problem[];
}

/** What was asked cannot be done; `kind` maps to an HTTP status at the edge. */
export class RequestError extends Error {
  override name = 'RequestError';
  readonly kind: 'notFound' | 'conflict' | 'invalid' | 'refused';
  constructor(kind: RequestError['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}
