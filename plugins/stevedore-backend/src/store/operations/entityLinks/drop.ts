import { Knex } from 'knex';
import { ENTITY_LINKS } from '../../tables';

export async function dropEntityLink(
  knex: Knex,
  entityRef: string,
): Promise<void> {
  await knex(ENTITY_LINKS).where({ entity_ref: entityRef }).delete();
}
