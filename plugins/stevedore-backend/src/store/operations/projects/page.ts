import { Page, pageOf, ProjectRow } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { allParsed, PROJECTIONS } from '../../tables';

export async function pageProjects(
  knex: Knex,
  { after, limit }: { after?: string; limit: number },
): Promise<Page<ProjectRow>> {
  const query = knex(PROJECTIONS.projects.name).select('doc');
  if (after !== undefined) query.where('project', '>', after);
  const found = await query.orderBy('project').limit(limit + 1);
  return pageOf(allParsed<ProjectRow>(found), limit, row => row.project);
}
