import { PromotionRow } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { parsed, PROJECTIONS } from '../../tables';

export async function findNewestTerminal(
  knex: Knex,
  project: string,
  of: { stage: string; freight: string },
): Promise<PromotionRow | undefined> {
  const query = knex(PROJECTIONS.promotions.name)
    .select('doc')
    .where({ project, ...of, open: false });
  const order = ['ordinal', 'name'].map(column => ({
    column,
    order: 'desc' as const,
  }));
  return parsed(await query.orderBy(order).first());
}
