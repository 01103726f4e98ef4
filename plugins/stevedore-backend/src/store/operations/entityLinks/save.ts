import { EntityLink } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { ENTITY_LINKS } from '../../tables';

export async function saveEntityLink(
  knex: Knex,
  link: EntityLink,
): Promise<void> {
  await knex(ENTITY_LINKS)
    .insert({ entity_ref: link.entityRef, doc: JSON.stringify(link) })
    .onConflict('entity_ref')
    .merge(['doc']);
}
