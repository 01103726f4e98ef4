import { ConflictError } from '@stevedore/promotion-engine';
import { Knex } from 'knex';

/** Everything that differs between the databases. */

export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

/** Locks the rows that are found until the transaction ends; SQLite has one writer anyway. */
export function lockRows<Q extends Knex.QueryBuilder>(tx: Knex, query: Q): Q {
  return isPostgres(tx) ? (query.forUpdate() as Q) : query;
}

/** `value` in a comparison with `like ? escape '!'`. */
export function likePattern(
  value: string,
  around: { start: string; end: string },
): string {
  return `${around.start}${value.replace(/[!%_]/g, found => `!${found}`)}${
    around.end
  }`;
}

const SQLITE_PRAGMAS = [
  // readers never wait for the writer
  'journal_mode = WAL',
  // another process (the command line) may hold the lock for a moment
  'busy_timeout = 5000',
  // a commit is on the disk when it is acknowledged: it survives kill -9, and a power cut too
  'synchronous = FULL',
];

/** Settings of every connection; Backstage's pool for SQLite has one, and may open another after an error. */
export async function prepareConnections(knex: Knex): Promise<void> {
  if (isPostgres(knex)) return;
  for (const pragma of SQLITE_PRAGMAS) await knex.raw(`PRAGMA ${pragma}`);
  knex.client.pool?.on(
    'createSuccess',
    (_event: number, connection: { pragma(text: string): unknown }) => {
      for (const pragma of SQLITE_PRAGMAS) connection.pragma(pragma);
    },
  );
}

/** PostgreSQL: serialization failure, deadlock; SQLite: somebody else wrote first. */
const LOST = new Set(['40001', '40P01', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT']);

/**
 * Runs one transaction. Inside it, nothing is awaited but its own queries: SQLite has one connection.
 *
 * @throws ConflictError when the database gave way to another transaction.
 */
export async function inTransaction<T>(
  knex: Knex,
  work: (tx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  try {
    return await knex.transaction(work);
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === undefined || !LOST.has(code)) throw error;
    throw new ConflictError('the database gave way to another transaction', {
      cause: error,
    });
  }
}
