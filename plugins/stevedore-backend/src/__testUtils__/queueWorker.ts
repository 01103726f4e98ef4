import knexFactory from 'knex';
import { PgBossQueue } from '../adapters/queue/PgBossQueue';

/** A replica for tests: takes a job from the queue and never ends it; says so to whoever started it. */
async function main(): Promise<void> {
  const knex = knexFactory({ client: 'pg', connection: process.argv[2] });
  const queue = await PgBossQueue.create({
    knex,
    logger: console,
    // so that what it holds is all it takes
    concurrency: 1,
  });
  await queue.start(async key => {
    process.send?.({ taken: key });
    await new Promise(() => {});
  });
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
