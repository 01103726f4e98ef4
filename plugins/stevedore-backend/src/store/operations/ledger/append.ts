import { LedgerEntry } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { LEDGER } from '../../tables';

const CHUNK = 200;

export async function appendEntries(
  tx: Knex,
  entries: LedgerEntry[],
): Promise<void> {
  const records = entries.map(entry => {
    const { project, seq, subject, at, verb } = entry;
    return { project, seq, subject, at, verb, entry: JSON.stringify(entry) };
  });
  for (let start = 0; start < records.length; start += CHUNK) {
    await tx(LEDGER).insert(records.slice(start, start + CHUNK));
  }
}
