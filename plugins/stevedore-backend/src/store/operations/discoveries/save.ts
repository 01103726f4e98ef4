import { Discovery } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { DISCOVERIES } from '../../tables';

export async function saveDiscovery(
  knex: Knex,
  of: { project: string; warehouse: string },
  discovery: Discovery,
): Promise<void> {
  const doc = JSON.stringify(discovery);
  await knex(DISCOVERIES)
    .insert({ ...of, doc })
    .onConflict(['project', 'warehouse'])
    .merge(['doc']);
}
