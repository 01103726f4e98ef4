import {
  Actor,
  Discovery,
  FreightRow,
  FreightStageRow,
  PromotionRow,
  StageHealth,
  StageRow,
  StepRow,
  VerificationPhase,
} from '@stevedore/promotion-engine';

/**
 * A system that runs pipelines itself, such as a Kargo in a cluster. It authorises nobody: the portal does, before it
 * asks. `target` is the value of the annotation that names the pipeline.
 *
 * @throws RequestError with the sentence of whoever refuses
 */
export interface Runner {
  /** As people call it. */
  name: string;
  /** What is there now; waits for the first answer of a system that was not asked before. */
  see(target: string): Promise<RunnerSight>;
  /** @returns the name of the promotion as it is there */
  promote(
    target: string,
    ask: { stage: string; freight: string; name: string; actor: Actor },
  ): Promise<string>;
  /** Lets freight past verification and soak into a stage. */
  approve(
    target: string,
    ask: { stage: string; freight: string; actor: Actor },
  ): Promise<void>;
  refresh(
    target: string,
    ask: { warehouse: string; actor: Actor },
  ): Promise<void>;
  abort(
    target: string,
    ask: { promotion: string; actor: Actor },
  ): Promise<void>;
}

export type RunnerSight =
  | { status: 'seen'; view: RunnerView }
  /** Half a sentence for each reason; nothing is guessed. */
  | { status: 'unseen'; reasons: string[] };

/** A pipeline in the words of the engine; versions of rows count nothing here. */
export interface RunnerView {
  stages: StageRow[];
  freight: FreightRow[];
  freightStages: FreightStageRow[];
  promotions: PromotionRow[];
  /** By name of the promotion. */
  steps: ReadonlyMap<string, StepRow[]>;
  /** By name of the warehouse. */
  discoveries: ReadonlyMap<string, Discovery>;
  /** By name of the stage. */
  health: ReadonlyMap<string, StageHealth>;
  /** Verifications that ended, of all stages. */
  verifications: RunnerVerification[];
}

/** One verification that ended, for the history. */
export interface RunnerVerification {
  stage: string;
  /** Freight names. */
  freight: string[];
  phase: VerificationPhase;
  /** ISO 8601 */
  at: string;
  message?: string;
  actor: string;
}
