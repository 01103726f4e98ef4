import {
  PromotionReview,
  WaitingStep,
} from '@stevedore/plugin-stevedore-common';
import { Actor, PromotionRow, whyNotReview } from '@stevedore/promotion-engine';
import { toReview } from '../../mappers/people';
import { toPromotion } from '../../mappers/promotion';
import { ServiceDeps } from '../ServiceDeps';
import { stepAskFor } from './stepAsks';

interface Question {
  project: string;
  owners: string[];
  actor: Actor;
}

/** Reviews that this person could close, oldest first. */
export async function reviewsForMe(
  { store }: Pick<ServiceDeps, 'store'>,
  { project, owners, actor }: Question,
): Promise<PromotionReview[]> {
  const open = await store.openReviews(project);
  return open
    .filter(row => whyNotReview(row, actor, owners) === undefined)
    .map(row => toReview(row));
}

/** Running steps that ask this person. */
export async function stepsForMe(
  deps: Pick<ServiceDeps, 'clock' | 'policies' | 'store'>,
  { project, owners, actor }: Question,
  open: PromotionRow[],
): Promise<WaitingStep[]> {
  const found: WaitingStep[] = [];
  for (const row of open.filter(({ phase }) => phase === 'Running')) {
    const steps = await deps.store.steps(project, row.name);
    for (const step of steps) {
      const ask = await stepAskFor(deps, step, actor);
      if (!ask || ask.whyNot) continue;
      const now = deps.clock.now();
      const promotion = toPromotion(row, { approvals: [], owners, now });
      found.push({ promotion, step: step.index, alias: step.alias, ask });
    }
  }
  return found;
}
