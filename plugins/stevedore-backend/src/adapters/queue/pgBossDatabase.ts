import { Knex } from 'knex';
import type { Db } from 'pg-boss';
import { describeError, QueueLogger } from './QueueLogger';

interface PgConnection {
  query(text: string): Promise<unknown>;
  on(
    event: 'end' | 'error' | 'notification',
    listener: (message: { payload?: string }) => void,
  ): void;
  end(): Promise<void>;
}

const RECONNECT_MS = 2000;

/**
 * Lets pg-boss work over the connections that Backstage made, whatever they authenticate with, and listen on one
 * of its own beside the pool. A lost listener comes back; until then polling finds the work.
 */
export function pgBossDatabase(knex: Knex, sql: Db, logger: QueueLogger): Db {
  return {
    executeSql: (text, values) => sql.executeSql(text, values),
    async listen(channel, onNotification, onReconnect) {
      let closed = false;
      let connection: PgConnection | undefined;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const lost = (from: PgConnection) => {
        if (closed || connection !== from) return;
        connection = undefined;
        from.end().catch(() => {});
        timer = setTimeout(connectAgain, RECONNECT_MS);
      };
      const connect = async () => {
        const next: PgConnection = await knex.client.acquireRawConnection();
        connection = next;
        next.on('notification', message =>
          onNotification(message.payload ?? ''),
        );
        next.on('error', () => lost(next));
        next.on('end', () => lost(next));
        if (closed) return void (await next.end());
        await next.query(`LISTEN "${channel}"`);
        return onReconnect();
      };
      const connectAgain = () => {
        connect().catch(error => {
          logger.warn(
            `the queue cannot listen for wake-ups and only polls: ${describeError(
              error,
            )}`,
          );
          if (!closed) timer = setTimeout(connectAgain, RECONNECT_MS);
        });
      };
      await connect();
      return {
        close: async () => {
          closed = true;
          clearTimeout(timer);
          await connection?.end();
        },
      };
    },
  };
}
