import { FreightStageRow } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { allParsed, PROJECTIONS } from '../../tables';

export async function listFreightStages(
  knex: Knex,
  project: string,
  freight: string[],
): Promise<FreightStageRow[]> {
  const query = knex(PROJECTIONS.freight_stages.name)
    .select('doc')
    .where({ project })
    .whereIn('freight', freight);
  return allParsed(await query.orderBy(['freight', 'stage']));
}
