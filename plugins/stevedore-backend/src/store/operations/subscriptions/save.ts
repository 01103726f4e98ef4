import { Subscriber } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { SUBSCRIPTIONS } from '../../tables';

/** SQLite joins the rows of one insert by `union all`, 500 at most. */
const CHUNK = 200;

/** Every project says this at each start: what is there already is not written again. */
export async function saveSubscriptions(
  tx: Knex,
  project: string,
  subscriptions: Subscriber[],
): Promise<void> {
  const found: Subscriber[] = await tx(SUBSCRIPTIONS)
    .select('warehouse', 'source')
    .where({ project });
  const wanted = new Map(subscriptions.map(each => [idOf(each), each]));
  const known = new Set(found.map(idOf));
  if (
    known.size === wanted.size &&
    [...wanted.keys()].every(id => known.has(id))
  )
    return;
  await tx(SUBSCRIPTIONS).where({ project }).delete();
  const rows = [...wanted.values()].map(({ warehouse, source }) => ({
    project,
    warehouse,
    source,
  }));
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = rows.slice(start, start + CHUNK);
    // another replica may say the same at the same moment
    await tx(SUBSCRIPTIONS).insert(chunk).onConflict().ignore();
  }
}

const idOf = ({ warehouse, source }: Subscriber) => `${warehouse} ${source}`;
