import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';

const POSTGRES: TestDatabaseId = 'POSTGRES_18';
const CONNECTION = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/** The databases of a test: SQLite always, PostgreSQL where one was started for the tests. */
export function testDatabases(): {
  databases: TestDatabases;
  ids: TestDatabaseId[];
} {
  const databases = TestDatabases.create({
    ids: hasPostgres() ? ['SQLITE_3', POSTGRES] : ['SQLITE_3'],
  });
  return { databases, ids: databases.eachSupportedId().map(([id]) => id) };
}

/** Whether tests on PostgreSQL run; where CI is set they have to. */
export function hasPostgres(): boolean {
  return Boolean(process.env[CONNECTION]);
}

export const postgresConnection = (): string => process.env[CONNECTION] ?? '';
