import { Waiting } from '@stevedore/plugin-stevedore-common';
import { Actor, ProjectRow } from '@stevedore/promotion-engine';
import { ServiceDeps } from '../ServiceDeps';
import { needsMe } from './needsMe';
import { reviewsForMe, stepsForMe } from './waitingElsewhere';

const PAGE = 50;

/** Across all projects, longest waiting first; a page of projects at a time. */
export async function getWaiting(
  deps: ServiceDeps,
  actor: Actor,
): Promise<Waiting> {
  const found: Required<Waiting>[] = [];
  let after: string | undefined;
  do {
    const page = await deps.store.projects({ after, limit: PAGE });
    found.push(
      ...(await Promise.all(
        page.items.map(row => ofProject(deps, row, actor)),
      )),
    );
    after = page.next;
  } while (after !== undefined);
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
  };
}

async function ofProject(
  deps: ServiceDeps,
  { project, entityRef }: ProjectRow,
  actor: Actor,
): Promise<Required<Waiting>> {
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
