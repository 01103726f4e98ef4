import { PromotionRow } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { allParsed, PROJECTIONS } from '../../tables';

/** Oldest first. */
export async function listOpenPromotions(
  knex: Knex,
  project: string,
  stage?: string,
): Promise<PromotionRow[]> {
  const query = knex(PROJECTIONS.promotions.name)
    .select('doc')
    .where({ project, open: true });
  if (stage !== undefined) query.where({ stage });
  return allParsed(await query.orderBy(['ordinal', 'name']));
}
