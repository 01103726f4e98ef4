import { Measurement } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { allParsed, MEASUREMENTS } from '../../tables';

export async function listMeasurements(
  knex: Knex,
  project: string,
  verification: string,
): Promise<Measurement[]> {
  return allParsed(
    await knex(MEASUREMENTS)
      .select('doc')
      .where({ project, verification })
      .orderBy('id'),
  );
}
