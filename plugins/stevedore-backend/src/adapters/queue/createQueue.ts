import { Clock, Queue } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { InProcessQueue } from './InProcessQueue';
import { PgBossQueue } from './PgBossQueue';
import { QueueLogger } from './QueueLogger';

/** On PostgreSQL replicas share their work; on SQLite there is one. */
export async function createQueue(options: {
  knex: Knex;
  logger: QueueLogger;
  clock: Clock;
}): Promise<Queue> {
  return options.knex.client.config.client === 'pg'
    ? PgBossQueue.create(options)
    : new InProcessQueue(options);
}
