import { ConflictError, Rows, Table } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { PROJECTIONS } from '../../tables';

/** SQLite joins the rows of one insert by `union all`, 500 at most. */
const CHUNK = 200;

/** @throws ConflictError when one of the rows is there already. */
export async function insertRows<T extends Table>(
  tx: Knex,
  table: T,
  rows: Rows[T][],
): Promise<void> {
  const { name, columns } = PROJECTIONS[table];
  const records = rows.map(row => ({
    project: row.project,
    ...columns(row),
    version: row.version,
    doc: JSON.stringify(row),
  }));
  for (let start = 0; start < records.length; start += CHUNK) {
    const chunk = records.slice(start, start + CHUNK);
    const inserted = await tx(name)
      .insert(chunk)
      .onConflict()
      .ignore()
      .returning('version');
    if (inserted.length < chunk.length)
      throw new ConflictError(`another commit made the same row of ${table}`);
  }
}
