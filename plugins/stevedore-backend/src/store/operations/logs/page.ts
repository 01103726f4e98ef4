import { LogLine, Page, pageOf } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { LOGS } from '../../tables';

type Line = LogLine & { id: string };

/** Oldest first. */
export async function pageLogs(
  knex: Knex,
  of: { project: string; promotion: string },
  { after, limit }: { after?: string; limit: number },
): Promise<Page<Line>> {
  const query = knex(LOGS).select('id', 'doc').where(of);
  if (after !== undefined) query.where('id', '>', after);
  const found = await query.orderBy('id').limit(limit + 1);
  const lines = found.map(
    ({ id, doc }): Line => ({ ...JSON.parse(doc), id: `${id}` }),
  );
  return pageOf(lines, limit, line => line.id);
}
