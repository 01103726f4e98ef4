import { ZodType } from 'zod';
import { RunningFacts } from '../decide/drift';
import { Health } from '../decide/health';
import { FreightCollection, FreightReference } from '../model/freight';
import { Recognition, StepOutcome } from '../model/outcome';
import { ExternalEffect, PlanDiff } from '../model/promotion';
import { StepAnswer } from '../model/stepAsk';
import { OciArtifacts } from '../ports/artifacts';
import {
  GitAuthor,
  GitIdentity,
  GitRepositories,
  Workspace,
} from '../ports/git';
import { Programs } from '../ports/programs';
import { HttpClient } from '../ports/runtime';
import { OpenTranscript } from '../ports/transcript';
import { StepExample } from './stepExample';

export * from './stepExample';

/** What a step may be handed; it gets only what it declares. */
export interface Capabilities {
  workspace: Workspace;
  git: GitRepositories;
  http: HttpClient;
  programs: Programs;
  artifacts: OciArtifacts;
  people: AskedPeople;
}
export type Capability = keyof Capabilities;

/** Those whom a step asks, by answering `waiting` with what it asks. */
export interface AskedPeople {
  /** What they said so far, oldest first. */
  answers(): Promise<StepAnswer[]>;
}

/** What every step knows of its run. */
export interface StepRun {
  promotion: { name: string; project: string; stage: string };
  /** Entity ref of who asked for the promotion, or a component of the system. */
  requester: string;
  alias: string;
  /** How often this step has failed in this promotion and was told to try again. */
  failures: number;
  freight: FreightReference;
  collection: FreightCollection;
  identity: GitIdentity;
  /** ISO 8601, pinned. */
  now: string;
  /** The pinned value of an input; resolved and committed the first time, the same ever after. */
  pin(input: string, resolve: () => Promise<string>): Promise<string>;
  /** @returns a sentence when the project may not. */
  refusal(request: {
    kind: 'git' | 'http' | 'image' | 'chart' | 'kubernetes';
    url: string;
    access: 'read' | 'write';
    branch?: string;
    paths?: string[];
  }): Promise<string | undefined>;
  log(text: string): Promise<void>;
  /** Takes what something elsewhere prints into the step's log. */
  transcript: OpenTranscript;
  signal: AbortSignal;
  /** What earlier steps of this run left for later ones; made again by a replay. */
  shared: SharedState;
}

export interface SharedState {
  /** From `git-clone`: who writes and signs the commits of this run. */
  author?: GitAuthor;
  /** By `checkoutKey`: the commit that a step made there, and the trailers it carries. */
  commits: Record<string, { commit: string; trailers: Record<string, string> }>;
  /** Tags that steps made and nobody pushed yet, by `checkoutKey`, then by name: the tag's object and message. */
  tags?: Record<string, Record<string, { object: string; message: string }>>;
}

export type StepContext<K extends Capability> = StepRun & Pick<Capabilities, K>;

/** The half of a step that the world sees (design, section 5). */
export interface ExternalHalf<C, K extends Capability> {
  /**
   * What it would do now. Called for plans, and right before each attempt: then nobody reads more than the effect, and
   * diffs and read set may be left out.
   */
  describe(
    context: StepContext<K>,
    config: C,
    detail?: 'all' | 'effect',
  ): Promise<
    ExternalDescription | Exclude<StepOutcome, { status: 'succeeded' }>
  >;
  /** Key of what must not be written by two runs at once, e.g. a branch. */
  lockKey?(config: C, context: StepContext<K>): Promise<string | undefined>;
  /** What is about to be done, as JSON; committed before the attempt. */
  intend(context: StepContext<K>, config: C): Promise<Record<string, unknown>>;
  attempt(
    context: StepContext<K>,
    config: C,
    intent: Record<string, unknown>,
  ): Promise<StepOutcome>;
  /** After a crash or a lost answer: did the intent happen? "No diff" is never an answer. */
  recognise(
    context: StepContext<K>,
    config: C,
    intent: Record<string, unknown>,
  ): Promise<Recognition>;
  /**
   * Ends what goes on elsewhere: the promotion was aborted, and it was not done. Of a step that waits, `intend` says the
   * intent once more. Absent: there is nothing to end.
   */
  stop?(
    context: StepContext<K>,
    config: C,
    intent: Record<string, unknown>,
  ): Promise<void>;
  /**
   * After it, is the freight in the stage, even if a later step fails? A commit on the stage's branch is; a pull
   * request, a branch of the promotion's own or a message is not. Default: no.
   */
  lands?(intent: Record<string, unknown>): boolean;
  /**
   * An attempt finds by itself what an earlier one with the same intent did, so while it waits that intent stands and
   * nothing is written until something is different. Default: no.
   */
  repeats?: boolean;
  /** It only asked, and the world is as before: gates count on. Default: no. */
  reads?(intent: Record<string, unknown>): boolean;
}

/** A step that is done, as far as somebody can still ask how what it did is doing. */
export interface FinishedStep {
  project: string;
  stage: string;
  promotion: string;
  alias: string;
  intent: Record<string, unknown>;
  output: Record<string, unknown>;
}

/** Health of what one step did, with where people see more of it. */
export interface StepHealth extends Health {
  links?: { url: string; label: string }[];
}

/** A branch that a step brought to a commit. */
export interface WrittenBranch {
  /** Absent where it had nothing to write. */
  repoURL?: string;
  branch: string;
  /** What the branch had before; absent where it had nothing to write. */
  base?: string;
  commit: string;
}

export interface ExternalDescription {
  status: 'planned';
  effect: ExternalEffect;
  diffs?: PlanDiff[];
  readSet?: Record<string, Record<string, string>>;
}

/** A kind of step. `run` belongs to steps that only touch their workspace, `external` to those the world sees. */
export interface StepKind<C = unknown, K extends Capability = Capability> {
  id: string;
  effect: 'none' | 'workspace' | 'record' | 'external';
  schema: ZodType<C>;
  capabilities: readonly K[];
  /** Milliseconds; 0 is unlimited (Kargo: defaultTimeout). */
  defaultTimeoutMs?: number;
  run?(context: StepContext<K>, config: C): Promise<StepOutcome>;
  external?: ExternalHalf<C, K>;
  /**
   * How what it did is doing now (Kargo: health check). It is asked of the steps of a stage's last promotion, as long
   * as nothing else is promoted there; what it cannot see is Unknown. Absent: there is nothing to watch.
   */
  health?(done: FinishedStep): Promise<StepHealth>;
  /**
   * What runs now of what it did: one answer for each thing it watches, and `unseen` for what it cannot see. Whoever
   * implements it says so (`look`) when that is different. Absent: it watches nothing that runs.
   */
  runs?(done: FinishedStep): Promise<RunningFacts[]>;
  /** Where what it did stands in Git; undefined: on no branch that anybody else reads. */
  wrote?(done: FinishedStep): WrittenBranch | undefined;
  /** Inside a task its output is the task's own, too (Kargo: task output propagation). Default: no. */
  propagatesOutput?: boolean;
  /** Executed as tests; kinds that come with the engine have at least one. */
  examples?: readonly StepExample[];
}

/** A step kind whose configuration type is its own business. */
export type AnyStepKind = StepKind<never, never>;

/** Declares a step kind; the types of its context follow from the capabilities it names. */
export function defineStep<C, K extends Capability>(
  kind: StepKind<C, K>,
): AnyStepKind {
  return kind as unknown as AnyStepKind;
}

/** A step kind as the runtime calls it, after the schema accepted the configuration. */
export type RunnableStepKind = StepKind<unknown, Capability>;
