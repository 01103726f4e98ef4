import {
  Page,
  pageOf,
  promotionOrder,
  PromotionQuery,
  PromotionRow,
} from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { allParsed, PROJECTIONS } from '../../tables';

export async function pagePromotions(
  knex: Knex,
  project: string,
  query: PromotionQuery,
): Promise<Page<PromotionRow>> {
  const { after, limit, stage, freight, phases } = query;
  const rows = knex(PROJECTIONS.promotions.name)
    .select('doc')
    .where({ project });
  if (stage !== undefined) rows.where({ stage });
  if (freight !== undefined) rows.where({ freight });
  if (phases !== undefined) rows.whereIn('phase', phases);
  if (after !== undefined)
    rows.whereRaw('(ordinal, name) < (?, ?)', [promotionOrder(after), after]);
  const order = ['ordinal', 'name'].map(column => ({
    column,
    order: 'desc' as const,
  }));
  const found = await rows.orderBy(order).limit(limit + 1);
  return pageOf(allParsed<PromotionRow>(found), limit, row => row.name);
}
