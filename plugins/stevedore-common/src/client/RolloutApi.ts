import { RolloutAsk, RolloutList } from '../types';
import { CallOptions } from './transport';

/** Progressive deliveries of stages in their clusters. */
export interface RolloutApi {
  getRollouts(
    request: { project: string; stage: string },
    options?: CallOptions,
  ): Promise<RolloutList>;
  /** `seen`: as it was read; what has gone on meanwhile is left alone. */
  actOnRollout(
    request: { project: string; stage: string } & RolloutAsk,
    options?: CallOptions,
  ): Promise<void>;
}
