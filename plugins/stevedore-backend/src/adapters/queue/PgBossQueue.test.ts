import { queueContract } from '../../__testUtils__/queueContract';
import { testDatabases } from '../../__testUtils__/testDatabases';
import { PgBossQueue } from './PgBossQueue';

// Jest's CommonJS runtime cannot import ES modules; Node's own require can
jest.mock('./loadPgBoss', () => ({
  loadPgBoss: async () =>
    process.getBuiltinModule('node:module').createRequire(__filename)(
      'pg-boss',
    ),
}));

jest.setTimeout(120_000);

const { databases, ids } = testDatabases();
const silent = { warn: () => {} };

for (const id of ids.filter(known => known.startsWith('POSTGRES'))) {
  queueContract(`PgBossQueue on ${id}`, async () =>
    PgBossQueue.create({ knex: await databases.init(id), logger: silent }),
  );
}

it('ran on a real PostgreSQL wherever CI is set', () => {
  if (process.env.CI) expect(ids).toContain('POSTGRES_18');
});
