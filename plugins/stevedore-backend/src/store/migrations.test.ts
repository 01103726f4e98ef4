import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { isPostgres } from './dialect';
import { testDatabases } from '../__testUtils__/testDatabases';

jest.setTimeout(60_000);

const { databases, ids } = testDatabases();
const directory = resolvePackagePath(
  '@stevedore/plugin-stevedore-backend',
  'migrations',
);

async function tablesOf(knex: Knex): Promise<string[]> {
  const found = isPostgres(knex)
    ? await knex('information_schema.tables')
        .select('table_name as name')
        .where('table_schema', 'public')
    : await knex('sqlite_master').select('name').where('type', 'table');
  return found
    .map(({ name }) => name)
    .filter(name => name.startsWith('stevedore_'))
    .sort();
}

describe.each(ids)('migrations on %s', id => {
  it('go up, down and up again', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });
    const tables = await tablesOf(knex);
    expect(tables).toHaveLength(14);
    await knex.migrate.rollback({ directory }, true);
    expect(await tablesOf(knex)).toEqual([]);
    await knex.migrate.latest({ directory });
    expect(await tablesOf(knex)).toEqual(tables);
  });
});
