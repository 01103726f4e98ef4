import { RolloutAsk, RolloutList } from '@stevedore/plugin-stevedore-common';
import { RolloutActs } from '@stevedore/promotion-engine';
import { toRollout } from '../../mappers/rollout';
import { Caller, InStage } from '../StevedoreService';
import { withHttpErrors } from '../withHttpErrors';
import { RolloutService } from './RolloutService';

/** Reads and acts through the engine; authorises nobody. */
export class DefaultRollouts implements RolloutService {
  readonly #acts: RolloutActs;

  constructor(acts: RolloutActs) {
    this.#acts = acts;
  }

  async getRollouts(input: InStage): Promise<RolloutList> {
    const rollouts = await withHttpErrors(() => this.#acts.read(input));
    return { rollouts: rollouts.map(toRollout) };
  }

  actOnRollout(
    { cluster, namespace, name, ...ask }: InStage & RolloutAsk,
    { actor }: Caller,
  ): Promise<void> {
    const rollout = { cluster, namespace, name };
    return withHttpErrors(() => this.#acts.act({ ...ask, rollout, actor }));
  }
}
