import { Rollout } from '@stevedore/plugin-stevedore-common';
import { RolloutAct, StageRollout } from '@stevedore/promotion-engine';

/** A rollout for people. Of two acts that undo each other only the one that fits is offered. */
export function toRollout({
  ref,
  phase,
  message,
  state,
  whyNot,
}: StageRollout): Rollout {
  return {
    ...ref,
    phase,
    message,
    ...state,
    acts: offered({ state, whyNot }).map(act => ({
      act,
      whyNot: whyNot[act],
    })),
  };
}

function offered({
  state,
  whyNot,
}: Pick<StageRollout, 'state' | 'whyNot'>): RolloutAct[] {
  return [
    'promote',
    'promote-full',
    whyNot.resume === undefined ? 'resume' : 'pause',
    state?.aborted ? 'retry' : 'abort',
  ];
}
