import { EntityLink, Page, pageOf } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { allParsed, ENTITY_LINKS } from '../../tables';

export async function pageEntityLinks(
  knex: Knex,
  { after, limit }: { after?: string; limit: number },
): Promise<Page<EntityLink>> {
  const query = knex(ENTITY_LINKS)
    .select('doc')
    .orderBy('entity_ref')
    .limit(limit + 1);
  if (after !== undefined) query.where('entity_ref', '>', after);
  return pageOf(
    allParsed<EntityLink>(await query),
    limit,
    link => link.entityRef,
  );
}
