import {
  freightCursor,
  FreightQuery,
  FreightRow,
  Page,
  pageOf,
} from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { likePattern } from '../../dialect';
import { allParsed, PROJECTIONS } from '../../tables';

/** Newest first, along the index: a page costs what it shows, and a search what it passes by. */
export async function pageFreight(
  knex: Knex,
  project: string,
  query: FreightQuery,
): Promise<Page<FreightRow>> {
  const { after, limit, origin, search } = query;
  const rows = knex(PROJECTIONS.freight.name).select('doc').where({ project });
  if (origin !== undefined) rows.where({ origin });
  if (after !== undefined) {
    const { discoveredAt, name } = freightCursor.parse(after);
    rows.whereRaw('(discovered_at, name) < (?, ?)', [discoveredAt, name]);
  }
  if (search) {
    const wanted = search.toLowerCase();
    rows.whereRaw("(name like ? escape '!' or search like ? escape '!')", [
      likePattern(wanted, { start: '', end: '%' }),
      likePattern(wanted, { start: '%', end: '%' }),
    ]);
  }
  const order = ['discovered_at', 'name'].map(column => ({
    column,
    order: 'desc' as const,
  }));
  const found = await rows.orderBy(order).limit(limit + 1);
  return pageOf(allParsed<FreightRow>(found), limit, freightCursor.of);
}
