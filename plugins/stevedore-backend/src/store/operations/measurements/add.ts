import { Measurement } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { MEASUREMENTS } from '../../tables';

export async function addMeasurement(
  knex: Knex,
  of: { project: string; verification: string },
  measurement: Measurement,
): Promise<void> {
  await knex(MEASUREMENTS).insert({ ...of, doc: JSON.stringify(measurement) });
}
