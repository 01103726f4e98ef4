import { StageRow } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { allParsed, PROJECTIONS } from '../../tables';

export async function listStages(
  knex: Knex,
  project: string,
): Promise<StageRow[]> {
  return allParsed(
    await knex(PROJECTIONS.stages.name)
      .select('doc')
      .where({ project })
      .orderBy('stage'),
  );
}
