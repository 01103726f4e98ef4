import { ReviewRow } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { allParsed, PROJECTIONS } from '../../tables';

export async function listOpenReviews(
  knex: Knex,
  project: string,
): Promise<ReviewRow[]> {
  return allParsed(
    await knex(PROJECTIONS.reviews.name)
      .select('doc')
      .where({ project, open: true })
      .orderBy(['opened_at', 'promotion']),
  );
}
