import { ProjectRow } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { allParsed, PROJECTIONS } from '../../tables';

export async function findProjectByEntity(
  knex: Knex,
  entityRef: string,
): Promise<ProjectRow | undefined> {
  const query = knex(PROJECTIONS.projects.name)
    .select('doc')
    .where({ entity_ref: entityRef });
  // an entity has one, and seldom a paused one of an earlier name
  const found = allParsed<ProjectRow>(await query.orderBy('project'));
  return found.find(row => !row.paused) ?? found[0];
}
