import { Queue, WorkKey } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import type { Db, PgBoss } from 'pg-boss';
import { keyText } from './keyText';
import { loadPgBoss } from './loadPgBoss';
import { pgBossDatabase } from './pgBossDatabase';
import { describeError, QueueLogger } from './QueueLogger';

export interface PgBossQueueOptions {
  /** A connection to PostgreSQL. */
  knex: Knex;
  logger: QueueLogger;
  /** How many keys this replica works on at once. */
  concurrency?: number;
  /** Schema of pg-boss's own tables; it makes and migrates them. */
  schema?: string;
}

const NAME = 'look';
/** A replica that is killed sends no more heartbeats: after 10 s and at most two looks, another takes its job. */
const HEARTBEAT = { heartbeatSeconds: 10, refreshSeconds: 3, lookSeconds: 3 };
const QUEUE = {
  heartbeatSeconds: HEARTBEAT.heartbeatSeconds,
  // a promotion may run for long; that its worker lives is what the heartbeat says
  expireInSeconds: 6 * 3600,
  retryLimit: 1_000_000,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 300,
  deleteAfterSeconds: 60,
  notify: true,
};

/** The queue of several replicas on one PostgreSQL. */
export class PgBossQueue implements Queue {
  readonly #boss: PgBoss;
  readonly #options: PgBossQueueOptions;
  readonly #transaction: <T>(work: (db: Db) => Promise<T>) => Promise<T>;

  private constructor(
    boss: PgBoss,
    options: PgBossQueueOptions,
    fromKnex: (trx: Knex) => Db,
  ) {
    this.#boss = boss;
    this.#options = options;
    this.#transaction = work =>
      options.knex.transaction(trx => work(fromKnex(trx)));
  }

  static async create(options: PgBossQueueOptions): Promise<PgBossQueue> {
    const { knex, logger, schema = 'stevedore_queue' } = options;
    const { PgBoss, fromKnex } = await loadPgBoss();
    const boss = new PgBoss({
      db: pgBossDatabase(knex, fromKnex(knex), logger),
      schema,
      schedule: false,
      useListenNotify: true,
      superviseIntervalSeconds: HEARTBEAT.lookSeconds,
      monitorIntervalSeconds: HEARTBEAT.lookSeconds,
      maintenanceIntervalSeconds: 60,
      monitorVacuum: false,
    });
    boss.on('error', error =>
      logger.warn(`the queue: ${describeError(error)}`),
    );
    boss.on('warning', ({ message }) => logger.warn(`the queue: ${message}`));
    await boss.start();
    await boss.createQueue(NAME, { policy: 'short', ...QUEUE });
    await boss.updateQueue(NAME, {
      expireInSeconds: QUEUE.expireInSeconds,
      notify: QUEUE.notify,
    });
    return new PgBossQueue(boss, options, fromKnex);
  }

  async enqueue(key: WorkKey, afterMs = 0): Promise<void> {
    const singletonKey = keyText(key);
    // policy `short`: one job a key may wait; the group keeps it from running twice at once
    const options = {
      singletonKey,
      group: { id: singletonKey },
      startAfter: afterMs / 1000,
    };
    for (let attempt = 0; attempt < 10; attempt++) {
      if (await this.#boss.send(NAME, key, options)) return;
      if (await this.#waitsUntil(singletonKey, afterMs)) return;
    }
    throw new Error(
      `${singletonKey} could not be put on the queue: it came and went ten times`,
    );
  }

  async start(handle: Parameters<Queue['start']>[0]): Promise<void> {
    const { concurrency = 8 } = this.#options;
    for (let n = 0; n < concurrency; n++) await this.#startWorker(handle);
  }

  /** Waits for what is being worked on; what waits is another replica's, or this one's after its restart. */
  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: 24 * 3600 * 1000 });
  }

  async #startWorker(handle: Parameters<Queue['start']>[0]): Promise<void> {
    const own: { worker?: string } = {};
    const options = {
      batchSize: 1,
      groupConcurrency: 1,
      heartbeatRefreshSeconds: HEARTBEAT.refreshSeconds,
      // for jobs that become due; new ones are notified
      pollingIntervalSeconds: 2,
      notifyPollingIntervalSeconds: 2,
    };
    own.worker = await this.#boss.work<WorkKey>(
      NAME,
      options,
      async ([job]) => {
        // there may be more: look again at once, instead of at the next poll
        if (own.worker) this.#boss.notifyWorker(own.worker);
        await this.#run(job.data, handle);
      },
    );
  }

  async #run(
    key: WorkKey,
    handle: Parameters<Queue['start']>[0],
  ): Promise<void> {
    try {
      const again = await handle(key);
      if (again?.againMs !== undefined) await this.enqueue(key, again.againMs);
    } catch (error) {
      this.#options.logger.warn(
        `${keyText(key)} failed and is tried again: ${describeError(error)}`,
      );
      throw error;
    }
  }

  /** Makes the waiting job due by then at the latest. @returns false when none waits any more. */
  async #waitsUntil(singletonKey: string, afterMs: number): Promise<boolean> {
    return this.#transaction(async db => {
      // one at a time, so that of two wishes the earlier one wins
      await db.executeSql('select pg_advisory_xact_lock(hashtext($1))', [
        `stevedore:${singletonKey}`,
      ]);
      const found = await this.#boss.findJobs(NAME, {
        key: singletonKey,
        queued: true,
        db,
      });
      const waiting = found.find(job => job.state === 'created');
      if (!waiting) return false;
      if (waiting.startAfter.getTime() <= Date.now() + afterMs) return true;
      const { updated } = await this.#boss.update(NAME, undefined, {
        id: waiting.id,
        startAfter: afterMs / 1000,
        db,
      });
      return updated > 0;
    });
  }
}
