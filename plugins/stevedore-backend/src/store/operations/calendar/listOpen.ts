import { Rows } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { allParsed, PROJECTIONS } from '../../tables';

/** Locks or windows that count until somebody says otherwise, oldest first. */
export async function listOpenRows<T extends 'locks' | 'windows'>(
  knex: Knex,
  project: string,
  table: T,
): Promise<Rows[T][]> {
  return allParsed(
    await knex(PROJECTIONS[table].name)
      .select('doc')
      .where({ project, open: true })
      .orderBy('id'),
  );
}
