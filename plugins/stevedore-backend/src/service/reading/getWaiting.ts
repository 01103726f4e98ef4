import { Waiting } from '@stevedore/plugin-stevedore-common';
import { Actor, ProjectRow } from '@stevedore/promotion-engine';
import { ServiceDeps } from '../ServiceDeps';
import { needsMe } from './needsMe';

const PAGE = 50;

/** Across all projects, longest waiting first; one query a project, a page of projects at a time. */
export async function getWaiting(
  deps: ServiceDeps,
  actor: Actor,
): Promise<Waiting> {
  const items: Waiting['items'] = [];
  let after: string | undefined;
  do {
    const page = await deps.store.projects({ after, limit: PAGE });
    const found = await Promise.all(
      page.items.map(row => ofProject(deps, row, actor)),
    );
    items.push(...found.flat());
    after = page.next;
  } while (after !== undefined);
  return {
    items: items.sort((a, b) => (a.requestedAt < b.requestedAt ? -1 : 1)),
  };
}

async function ofProject(
  deps: ServiceDeps,
  { project, entityRef }: ProjectRow,
  actor: Actor,
): Promise<Waiting['items']> {
  const open = (await deps.store.openPromotions(project)).filter(
    row => row.phase === 'Requested',
  );
  if (open.length === 0) return [];
  return needsMe(deps, {
    project,
    open,
    owners: await deps.catalogOwners(entityRef),
    actor,
  });
}
