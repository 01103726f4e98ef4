import { storeContract } from '@stevedore/promotion-engine/testing';
import { DatabaseStore } from './DatabaseStore';
import { testDatabases } from '../__testUtils__/testDatabases';

jest.setTimeout(120_000);

const { databases, ids } = testDatabases();

for (const id of ids) {
  storeContract(`DatabaseStore on ${id}`, async clock =>
    DatabaseStore.create({ database: await databases.init(id), clock }),
  );
}

it('ran on a real PostgreSQL wherever CI is set', () => {
  expect(ids).toContain('SQLITE_3');
  if (process.env.CI) expect(ids).toContain('POSTGRES_18');
});
