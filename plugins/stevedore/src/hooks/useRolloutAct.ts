import { RolloutAsk } from '@stevedore/plugin-stevedore-common';
import { Action, useAction } from './useAction';

/** Promotes, pauses, resumes, aborts or retries a rollout; resolves to true when it was done. */
export function useRolloutAct(
  project: string,
  stage: string,
): Action<RolloutAsk, true> {
  return useAction(project, async (api, ask: RolloutAsk) => {
    await api.rollouts.actOnRollout({ project, stage, ...ask });
    return true as const;
  });
}
