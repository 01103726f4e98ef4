import { LedgerEntry, Page, pageOf } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { LEDGER } from '../../tables';

/** Newest first. */
export async function pageEntries(
  knex: Knex,
  project: string,
  {
    before,
    limit,
    subject,
  }: { before?: number; limit: number; subject?: string },
): Promise<Page<LedgerEntry>> {
  const query = knex(LEDGER).select('entry').where({ project });
  if (before !== undefined) query.where('seq', '<', before);
  if (subject !== undefined) query.where({ subject });
  const found = await query.orderBy('seq', 'desc').limit(limit + 1);
  const entries = found.map(({ entry }): LedgerEntry => JSON.parse(entry));
  return pageOf(entries, limit, entry => `${entry.seq}`);
}
