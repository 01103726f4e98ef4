import { RolloutRef } from '../../model/rollout';
import { RolloutAct, StageRollout, StageRollouts } from '../../ports/rollouts';
import { EngineContext } from '../context';
import { Actor } from '../engine';

export interface RolloutAsk {
  project: string;
  stage: string;
  rollout: RolloutRef;
  act: RolloutAct;
  /** What the person was shown (`seen` of its state). */
  seen: string;
  actor: Actor;
  /** Needed for what skips checks: `promote-full`. */
  reason?: string;
}

/** Progressive deliveries of stages: how they are, and what people do to them. */
export interface RolloutActs {
  /** Empty where the stage has none. @throws RequestError when there is no such stage */
  read(at: { project: string; stage: string }): Promise<StageRollout[]>;
  /** @throws RequestError with a sentence when it cannot be done, or the cluster did not do it */
  act(ask: RolloutAsk): Promise<void>;
}

export type RolloutContext = Pick<
  EngineContext,
  'store' | 'definitions' | 'grants' | 'clock' | 'events' | 'masker'
> & {
  /** Absent: no module for clusters is installed. */
  rollouts?: StageRollouts;
};
