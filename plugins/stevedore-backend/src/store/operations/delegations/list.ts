import { DelegationRow } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { allParsed, PROJECTIONS } from '../../tables';

/** One query for each side, so that each has its index; nobody delegates to himself. */
export async function listDelegations(
  knex: Knex,
  project: string,
  person: string,
): Promise<DelegationRow[]> {
  const sides = [{ delegator: person }, { delegate: person }];
  const found: DelegationRow[] = [];
  for (const side of sides) {
    const query = knex(PROJECTIONS.delegations.name).select('doc');
    const rows = query.where({ project, ...side, open: true }).orderBy('id');
    found.push(...allParsed<DelegationRow>(await rows));
  }
  return found.sort((a, b) => Number(a.id > b.id) - Number(a.id < b.id));
}
