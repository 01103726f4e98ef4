import { Promotion } from '@stevedore/plugin-stevedore-common';
import { PromotionRequest } from '@stevedore/promotion-engine';

/** What a person gave along with a promotion; absent when nothing was asked for. The rest of its variables is the definition's. */
export function inputsOf({
  vars,
  inputs = 0,
}: Pick<PromotionRequest, 'vars' | 'inputs'>): Promotion['inputs'] {
  return inputs > 0
    ? vars.slice(0, inputs).map(({ name, value }) => ({ name, value }))
    : undefined;
}
