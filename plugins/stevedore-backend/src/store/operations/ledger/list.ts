import { LedgerEntry } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { LEDGER } from '../../tables';

/** Oldest first. */
export async function listEntries(
  knex: Knex,
  project: string,
  { after = 0, limit }: { after?: number; limit: number },
): Promise<LedgerEntry[]> {
  const found = await knex(LEDGER)
    .select('entry')
    .where({ project })
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit);
  return found.map(({ entry }) => JSON.parse(entry));
}
