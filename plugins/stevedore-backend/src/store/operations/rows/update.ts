import { ConflictError, KeyOf, Rows, Table } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { PROJECTIONS } from '../../tables';

/**
 * Writes a row if it still has the version that was read.
 *
 * @throws ConflictError when it has not.
 */
export async function updateRow<T extends Table>(
  tx: Knex,
  { table, key }: KeyOf<T>,
  change: { row: Rows[T]; before: number },
): Promise<void> {
  const { row, before } = change;
  const { name, key: columns, parse, columns: columnsOf } = PROJECTIONS[table];
  const values = parse(key);
  const where = Object.fromEntries(
    columns.map((column, index) => [column, values[index]]),
  );
  const written = await tx(name)
    .where({ project: row.project, ...where, version: before })
    .update({
      ...columnsOf(row),
      version: row.version,
      doc: JSON.stringify(row),
    });
  if (written !== 1)
    throw new ConflictError(
      `${table}:${key} is no longer at version ${before}`,
    );
}
