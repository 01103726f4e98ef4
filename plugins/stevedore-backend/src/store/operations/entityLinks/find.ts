import { EntityLink } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { ENTITY_LINKS, parsed } from '../../tables';

export async function findEntityLink(
  knex: Knex,
  entityRef: string,
): Promise<EntityLink | undefined> {
  const query = knex(ENTITY_LINKS)
    .select('doc')
    .where({ entity_ref: entityRef });
  return parsed(await query.first());
}
