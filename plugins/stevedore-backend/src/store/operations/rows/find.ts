import { KeyOf, Rows, Table } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { parsed, PROJECTIONS } from '../../tables';

export async function findRow<T extends Table>(
  knex: Knex,
  project: string,
  { table, key }: KeyOf<T>,
): Promise<Rows[T] | undefined> {
  const { name, key: columns, parse } = PROJECTIONS[table];
  const values = parse(key);
  const where = Object.fromEntries(
    columns.map((column, index) => [column, values[index]]),
  );
  return parsed(
    await knex(name)
      .select('doc')
      .where({ project, ...where })
      .first(),
  );
}
