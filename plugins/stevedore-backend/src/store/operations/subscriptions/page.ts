import { Page, pageOf } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { SUBSCRIPTIONS } from '../../tables';

export interface Watcher {
  project: string;
  warehouse: string;
}

/** By project and warehouse; both are names, so neither holds the slash of the cursor. */
export async function pageSubscribers(
  knex: Knex,
  source: string,
  { after, limit }: { after?: string; limit: number },
): Promise<Page<Watcher>> {
  const query = knex(SUBSCRIPTIONS)
    .select('project', 'warehouse')
    .where({ source })
    .orderBy(['project', 'warehouse'])
    .limit(limit + 1);
  if (after !== undefined)
    query.whereRaw('(project, warehouse) > (?, ?)', after.split('/'));
  const found: Watcher[] = await query;
  return pageOf(
    found.map(({ project, warehouse }) => ({ project, warehouse })),
    limit,
    each => `${each.project}/${each.warehouse}`,
  );
}
