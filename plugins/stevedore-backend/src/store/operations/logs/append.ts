import { LogLine } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { LOGS } from '../../tables';

/** SQLite takes no more rows in one statement. */
const AT_ONCE = 100;

export async function appendLog(
  knex: Knex,
  of: { project: string; promotion: string },
  lines: readonly LogLine[],
): Promise<void> {
  const rows = lines.map(line => ({ ...of, doc: JSON.stringify(line) }));
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await knex(LOGS).insert(rows.slice(from, from + AT_ONCE));
}
