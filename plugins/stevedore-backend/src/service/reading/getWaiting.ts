import { Waiting, WaitingRequest } from '@stevedore/plugin-stevedore-common';
import { Actor, ProjectRow } from '@stevedore/promotion-engine';
import { ServiceDeps } from '../ServiceDeps';
import { needsMe } from './needsMe';
import { reviewsForMe, stepsForMe } from './waitingElsewhere';

/** Projects in one page; most people wait for fewer. */
const PAGE = 100;

type Found = Required<Pick<Waiting, 'items' | 'reviews' | 'steps'>>;

/** A page of the projects in which something waits for anybody, longest waiting first; what waits for nobody is not read. */
export async function getWaiting(
  deps: ServiceDeps,
  actor: Actor,
  { after, limit = PAGE }: WaitingRequest,
): Promise<Waiting> {
  const page = await deps.store.projectsByWaiting({
    after,
    limit,
    onlyWaiting: true,
  });
  const found = await Promise.all(
    page.items.map(({ row }) => ofProject(deps, row, actor)),
  );
  const since = (each: { requestedAt: string }) => each.requestedAt;
  const order = (a: string, b: string) => (a < b ? -1 : 1);
  return {
    items: found
      .flatMap(({ items }) => items)
      .sort((a, b) => order(since(a), since(b))),
    reviews: found
      .flatMap(({ reviews }) => reviews)
      .sort((a, b) => order(a.openedAt, b.openedAt)),
    steps: found
      .flatMap(({ steps }) => steps)
      .sort((a, b) => order(since(a.promotion), since(b.promotion))),
    entityRefs: Object.fromEntries(
      page.items.map(({ row }) => [row.project, row.entityRef]),
    ),
    next: page.next,
  };
}

async function ofProject(
  deps: ServiceDeps,
  { project, entityRef }: ProjectRow,
  actor: Actor,
): Promise<Found> {
  const open = await deps.store.openPromotions(project);
  const reviews = await deps.store.openReviews(project);
  if (open.length + reviews.length === 0)
    return { items: [], reviews: [], steps: [] };
  const owners = await deps.catalogOwners(entityRef);
  const question = { project, owners, actor };
  return {
    items: await needsMe(deps, { ...question, open }),
    reviews: await reviewsForMe(deps, question),
    steps: await stepsForMe(deps, question, open),
  };
}
