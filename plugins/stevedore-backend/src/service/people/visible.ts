import {
  Promotion,
  stevedorePipelineReadPermission,
  stevedorePromotionApprovePermission,
  Waiting,
} from '@stevedore/plugin-stevedore-common';
import { Attempt, Authorizer } from '../Authorizer';
import { Caller } from '../StevedoreService';
import { RESPOND, REVIEW } from './AuthorizedPeople';

interface Asked {
  authorizer: Pick<Authorizer, 'may'>;
  caller: Caller;
  permission: Attempt['permission'];
}

/** Those that the caller may see, and do what the permission is for. */
async function allowed<T>(
  items: T[],
  placeOf: (item: T) => { project: string; stage: string },
  { authorizer, caller, permission }: Asked,
): Promise<T[]> {
  const read = stevedorePipelineReadPermission;
  const answers = await Promise.all(
    items.map(async item => {
      const { project, stage } = placeOf(item);
      return (
        (await authorizer.may({ permission: read, project }, caller)) &&
        authorizer.may({ permission, project, stage }, caller)
      );
    }),
  );
  return items.filter((_, index) => answers[index]);
}

/** Of promotions that wait for decisions those that the caller may see and decide about. */
export function visiblePromotions(
  promotions: Promotion[],
  authorizer: Pick<Authorizer, 'may'>,
  caller: Caller,
): Promise<Promotion[]> {
  const permission = stevedorePromotionApprovePermission;
  return allowed(promotions, each => each, { authorizer, caller, permission });
}

/** What waits for the caller besides decisions, without what the caller may not see or do. */
export async function visibleDuties(
  { reviews = [], steps = [] }: Pick<Waiting, 'reviews' | 'steps'>,
  authorizer: Pick<Authorizer, 'may'>,
  caller: Caller,
): Promise<Pick<Waiting, 'reviews' | 'steps'>> {
  const asked = { authorizer, caller };
  const mine = await allowed(reviews, each => each, { ...asked, ...REVIEW });
  const toAnswer = { ...asked, ...RESPOND };
  return {
    reviews: mine,
    steps: await allowed(steps, ({ promotion }) => promotion, toAnswer),
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
