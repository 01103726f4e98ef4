import { ApprovalRow } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { allParsed, PROJECTIONS } from '../../tables';

export async function listApprovals(
  knex: Knex,
  project: string,
  promotions: string[],
): Promise<ApprovalRow[]> {
  const query = knex(PROJECTIONS.approvals.name)
    .select('doc')
    .where({ project })
    .whereIn('promotion', promotions);
  return allParsed(await query.orderBy(['promotion', 'actor']));
}
