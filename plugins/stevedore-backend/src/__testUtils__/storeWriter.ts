import { freightFound } from '@stevedore/promotion-engine/testing';
import knexFactory from 'knex';
import { DatabaseStore } from '../store/DatabaseStore';

/** A process for tests: commits without end, and says what was acknowledged, until it is killed. */
async function main(): Promise<void> {
  const connection = { filename: process.argv[2] };
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection,
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  const store = await DatabaseStore.create({
    database: knex,
    clock: { now: () => 0 },
  });
  for (let n = 1; ; n++) {
    await store.commit({
      project: 'shop',
      entries: [freightFound(2 * n), freightFound(2 * n + 1)],
      expect: [],
    });
    process.send?.({ acknowledged: 2 * n });
  }
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
