import { NamedRollout, RolloutRef } from '../model/rollout';

export const ROLLOUT_ACTS = [
  'promote',
  'promote-full',
  'pause',
  'resume',
  'abort',
  'retry',
] as const;
/**
 * As the kubectl plugin of Argo Rollouts has them: `promote` goes on to the next step, `promote-full` to the end,
 * `abort` back to the stable version, `retry` begins anew after that. `resume` only takes a person's pause away.
 */
export type RolloutAct = (typeof ROLLOUT_ACTS)[number];

/** `Unknown`: it cannot be seen, or its controller has not looked at the last change yet. */
export type RolloutPhase =
  | 'Healthy'
  | 'Progressing'
  | 'Paused'
  | 'Degraded'
  | 'Unknown';

/** One version of the workload. */
export interface RolloutRevision {
  /** Argo's hash of its pod template. */
  hash: string;
  /** Counts from 1; absent: it is not known. */
  number?: number;
  /** As they stand in its pod template; absent: they are not known. */
  images?: string[];
  replicas: number;
}

export interface RolloutStep {
  /** For people: `weight 20 %`, `pause 10m`, `analysis`. */
  name: string;
  state: 'done' | 'current' | 'open';
}

export interface RolloutAnalysis {
  /** What it is part of. */
  of: 'step' | 'background' | 'before the switch' | 'after the switch';
  name: string;
  /** Argo's: Pending, Running, Successful, Failed, Error, Inconclusive. */
  phase: string;
  message?: string;
}

export interface RolloutState {
  strategy: 'canary' | 'blueGreen';
  /** What people are shown when they act; an act on anything else is refused. Other figures may change meanwhile. */
  seen: string;
  /** Absent: the strategy is blueGreen. Per cent, from 0 to 100. */
  canary?: {
    /** What the steps ask for by now. */
    weight: number;
    /** What really goes there: the traffic, or else the share of replicas. */
    actual: number;
    /** Index of the step that is being done, from 0; as many as there are steps: all are done. Absent: it has no steps. */
    step?: number;
    steps: RolloutStep[];
  };
  blueGreen?: {
    active: string;
    preview?: string;
    /** It switches by itself once the preview is ready. */
    autoPromotion: boolean;
    /** Seconds that it waits before. */
    autoPromotionSeconds?: number;
  };
  stable?: RolloutRevision;
  /** What is being rolled out; absent: nothing is. */
  next?: RolloutRevision;
  /** Why images are not known. */
  imagesUnknown?: string;
  replicas: { wanted: number; updated: number; available: number };
  analyses: RolloutAnalysis[];
  aborted: boolean;
  paused?: {
    /** A sentence's end: `by a person`, `at step 2 until somebody promotes it`. */
    why: string;
    /** ISO 8601 */
    since?: string;
    /** ISO 8601; absent: until somebody does something. */
    until?: string;
  };
}

/** One rollout of a stage, as far as it can be seen. */
export interface StageRollout {
  ref: RolloutRef;
  phase: RolloutPhase;
  /** Why it is in that phase. */
  message?: string;
  /** Absent: it cannot be seen. */
  state?: RolloutState;
  /** Why each act cannot be now, in a sentence; absent: it can. */
  whyNot: Partial<Record<RolloutAct, string>>;
}

/** For which stage something is looked at or done, and what the platform grants it. */
export interface RolloutAsker {
  promotion: { project: string; stage: string };
  refusal(request: {
    kind: 'kubernetes';
    url: string;
    access: 'read' | 'write';
  }): Promise<string | undefined>;
}

export interface RolloutWhere {
  asker: RolloutAsker;
  /** From `stevedore.dev/rollouts` on the Stage. */
  named: readonly NamedRollout[];
  /** Steps of the promotion that runs there, or else of the last one: what they wait for belongs to the stage, too. */
  steps: readonly {
    uses: string;
    /** As it is written: expressions are not evaluated. */
    config: Record<string, unknown>;
    /** Absent: it has not come so far, or waits. */
    intent?: Record<string, unknown>;
  }[];
}

/** An act that may be done now. */
export interface PreparedRolloutAct {
  /** @throws Error with a sentence when the cluster does not do it */
  apply(): Promise<void>;
}

/** The rollouts of stages, wherever they run. */
export interface StageRollouts {
  /** @param changed - called once, when what was read is not what is there any more */
  read(where: RolloutWhere, changed: () => void): Promise<StageRollout[]>;
  /** @returns a sentence when it cannot be done, or not any more */
  prepare(
    where: RolloutWhere,
    what: { ref: RolloutRef; act: RolloutAct; seen: string },
  ): Promise<PreparedRolloutAct | { whyNot: string }>;
}
