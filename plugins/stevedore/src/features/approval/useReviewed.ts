import { PromotionDetail } from '@stevedore/plugin-stevedore-common';
import { useState } from 'react';
import { planDifferences } from '../../lib/plan/planDifferences';

export interface Reviewed {
  /** The plan as it was when the reader opened it. */
  detail: PromotionDetail;
  /** The plan is another one by now. */
  changed: boolean;
  /** What is different, in sentences. */
  differences: string[];
  /** Shows the plan as it is now. */
  review: () => void;
}

/** Keeps the plan that the reader began to read, whatever comes meanwhile: only that can be decided about. */
export function useReviewed(detail: PromotionDetail): Reviewed {
  const [opened, setOpened] = useState(detail);
  const changed = opened.promotion.digest !== detail.promotion.digest;
  return {
    detail: changed ? opened : detail,
    changed,
    differences: changed ? differencesOf(opened, detail) : [],
    review: () => setOpened(detail),
  };
}

function differencesOf(
  before: PromotionDetail,
  after: PromotionDetail,
): string[] {
  const seen =
    before.plan && after.plan ? planDifferences(before.plan, after.plan) : [];
  return seen.length > 0 ? seen : after.promotion.changed ?? [];
}
