import { RolloutAsk, RolloutList } from '@stevedore/plugin-stevedore-common';
import { Caller, InStage } from '../StevedoreService';

/**
 * Progressive deliveries of stages, whatever the way in.
 * @throws errors of `@backstage/errors` with one sentence.
 */
export interface RolloutService {
  getRollouts(input: InStage, caller: Caller): Promise<RolloutList>;
  actOnRollout(input: InStage & RolloutAsk, caller: Caller): Promise<void>;
}
