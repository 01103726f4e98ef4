import { ProjectRow } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { parsed, PROJECTIONS } from '../../tables';

export async function findProjectByEntity(
  knex: Knex,
  entityRef: string,
): Promise<ProjectRow | undefined> {
  const query = knex(PROJECTIONS.projects.name)
    .select('doc')
    .where({ entity_ref: entityRef });
  return parsed(await query.orderBy('project').first());
}
