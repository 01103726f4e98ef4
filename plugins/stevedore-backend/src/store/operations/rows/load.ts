import { RowKey, Rows, RowSet, Table } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { PROJECTIONS } from '../../tables';

/** SQLite allows some thousand values in one statement. */
const CHUNK = 200;

/** Reads rows of several tables, one query each. */
export async function loadRows(
  tx: Knex,
  project: string,
  keys: RowKey[],
): Promise<RowSet> {
  const rows = new RowSet();
  for (const table of new Set(keys.map(key => key.table))) {
    const ofTable = keys.filter(key => key.table === table).map(key => key.key);
    for (let start = 0; start < ofTable.length; start += CHUNK) {
      await loadChunk(tx, rows, {
        project,
        table,
        keys: ofTable.slice(start, start + CHUNK),
      });
    }
  }
  return rows;
}

async function loadChunk(
  tx: Knex,
  rows: RowSet,
  of: { project: string; table: Table; keys: string[] },
) {
  const { name, key, parse } = PROJECTIONS[of.table];
  const query = tx(name)
    .select('doc', ...key)
    .where('project', of.project);
  if (key.length > 0) query.whereIn(key, of.keys.map(parse) as string[][]);
  for (const found of await query) {
    const id = key.map(column => found[column]).join('/');
    rows.load(
      { table: of.table, key: id } as RowKey,
      JSON.parse(found.doc) as Rows[Table],
    );
  }
}
