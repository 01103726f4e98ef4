import { Discovery } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { DISCOVERIES, parsed } from '../../tables';

export async function findDiscovery(
  knex: Knex,
  project: string,
  warehouse: string,
): Promise<Discovery | undefined> {
  return parsed(
    await knex(DISCOVERIES).select('doc').where({ project, warehouse }).first(),
  );
}
