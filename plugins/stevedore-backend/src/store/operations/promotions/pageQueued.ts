import { Page, pageOf, queuedCursor } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { PROJECTIONS } from '../../tables';

export interface Queued {
  project: string;
  stage: string;
  name: string;
}

/** Promotions that wait in a queue, of every project. */
export async function pageQueued(
  knex: Knex,
  { after, limit }: { after?: string; limit: number },
): Promise<Page<Queued>> {
  const query = knex(PROJECTIONS.promotions.name)
    .select('project', 'stage', 'name')
    .where({ phase: 'Pending' })
    .orderBy(['project', 'name'])
    .limit(limit + 1);
  if (after !== undefined)
    query.whereRaw('(project, name) > (?, ?)', queuedCursor.parse(after));
  const found: Queued[] = await query;
  return pageOf(found, limit, queuedCursor.of);
}
