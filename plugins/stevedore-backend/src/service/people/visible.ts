import {
  Promotion,
  stevedorePipelineReadPermission,
  stevedorePromotionApprovePermission,
  Waiting,
} from '@stevedore/plugin-stevedore-common';
import { Authorizer } from '../Authorizer';
import { Caller } from '../StevedoreService';
import { RESPOND, REVIEW } from './AuthorizedPeople';

/** Of promotions that wait for decisions those that the caller may see and decide about. */
export async function visiblePromotions(
  promotions: Promotion[],
  authorizer: Pick<Authorizer, 'may'>,
  caller: Caller,
): Promise<Promotion[]> {
  const read = stevedorePipelineReadPermission;
  const approve = stevedorePromotionApprovePermission;
  const allowed = await Promise.all(
    promotions.map(
      async ({ project, stage }) =>
        (await authorizer.may({ permission: read, project }, caller)) &&
        authorizer.may({ permission: approve, project, stage }, caller),
    ),
  );
  return promotions.filter((_, index) => allowed[index]);
}

/** What waits for the caller besides decisions, without what the caller may not see or do. */
export async function visibleDuties(
  { reviews = [], steps = [] }: Pick<Waiting, 'reviews' | 'steps'>,
  authorizer: Pick<Authorizer, 'may'>,
  caller: Caller,
): Promise<Pick<Waiting, 'reviews' | 'steps'>> {
  const may = async (
    { project, stage }: { project: string; stage: string },
    { permission }: typeof REVIEW,
  ) => {
    const read = { permission: stevedorePipelineReadPermission, project };
    return (
      (await authorizer.may(read, caller)) &&
      authorizer.may({ permission, project, stage }, caller)
    );
  };
  const mayReview = await Promise.all(reviews.map(each => may(each, REVIEW)));
  const mayAnswer = await Promise.all(
    steps.map(({ promotion }) => may(promotion, RESPOND)),
  );
  return {
    reviews: reviews.filter((_, index) => mayReview[index]),
    steps: steps.filter((_, index) => mayAnswer[index]),
  };
}

/** Names no component of which nothing is left. */
export function onlyOf(waiting: Waiting): Waiting {
  const { items, reviews = [], steps = [], entityRefs } = waiting;
  const named = new Set([
    ...[...items, ...reviews].map(({ project }) => project),
    ...steps.map(({ promotion }) => promotion.project),
  ]);
  const left = Object.entries(entityRefs).filter(([name]) => named.has(name));
  return { ...waiting, entityRefs: Object.fromEntries(left) };
}
