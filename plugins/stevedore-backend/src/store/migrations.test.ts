import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { isPostgres } from './dialect';
import { testDatabases } from '../__testUtils__/testDatabases';

jest.setTimeout(120_000);

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
    expect(tables).toHaveLength(22);
    await knex.migrate.rollback({ directory }, true);
    expect(await tablesOf(knex)).toEqual([]);
    await knex.migrate.latest({ directory });
    expect(await tablesOf(knex)).toEqual(tables);
  });

  it('give the freight that is there its alias', async () => {
    const knex = await databases.init(id);
    await knex.migrate.up({ directory, name: '20260101000000_store.js' });
    const freight = (name: string, alias: string, second: number) => ({
      project: 'shop',
      name,
      discovered_at: `2026-01-01T00:00:0${second}Z`,
      origin: 'Warehouse/web',
      search: '',
      version: 1,
      doc: JSON.stringify({ name, alias }),
    });
    await knex('stevedore_freight').insert([
      freight('b', 'kind-crab', 2),
      freight('a', 'kind-crab', 1),
      freight('c', 'proud-otter', 3),
    ]);
    await knex.migrate.latest({ directory });
    const rows = await knex('stevedore_freight_aliases').orderBy('alias');
    expect(rows.map(({ doc }) => JSON.parse(doc))).toEqual([
      { project: 'shop', alias: 'kind-crab', freight: 'a', version: 1 },
      { project: 'shop', alias: 'proud-otter', freight: 'c', version: 1 },
    ]);
  });
});
