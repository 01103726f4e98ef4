import { Promotion, PromotionAsk } from '@stevedore/plugin-stevedore-common';
import { Action, useAction } from './useAction';

/** Asks for freight in a stage, as the plan that was shown says. */
export function useRequestPromotion(
  project: string,
): Action<PromotionAsk, Promotion> {
  return useAction(project, (api, input) =>
    api.requestPromotion({ project, ...input }),
  );
}
