import { chainFault } from '@stevedore/promotion-engine';
import { everyRow } from '@stevedore/promotion-engine/testing';
import knexFactory from 'knex';
import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { eventually } from '../__testUtils__/queueContract';
import { DatabaseStore } from './DatabaseStore';

jest.setTimeout(120_000);

async function acknowledgedUntilKilled(filename: string): Promise<number> {
  const transform = require.resolve('@backstage/cli/config/nodeTransform.cjs');
  const script = resolve(__dirname, '../__testUtils__/storeWriter.ts');
  const child = fork(script, [filename], {
    execArgv: ['--require', transform],
  });
  let acknowledged = 0;
  child.on('message', (message: { acknowledged?: number }) => {
    acknowledged = message.acknowledged ?? acknowledged;
  });
  const exit = new Promise(done => child.on('exit', done));
  await eventually(() => acknowledged > 100, 30_000);
  child.kill('SIGKILL');
  await exit;
  return acknowledged;
}

describe('killing a process on SQLite (invariants 5 and 10)', () => {
  it('loses nothing that was acknowledged and leaves nothing half done', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'stevedore-kill-'));
    const connection = { filename: join(directory, 'store.sqlite') };
    const acknowledged = await acknowledgedUntilKilled(connection.filename);
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection,
      useNullAsDefault: true,
    });
    try {
      const store = await DatabaseStore.create({
        database: knex,
        clock: { now: () => 0 },
      });
      const [{ journal_mode: journal }] = await knex.raw('PRAGMA journal_mode');
      expect(journal).toBe('wal');
      const head = await store.head('shop');
      expect(head!.seq).toBeGreaterThanOrEqual(acknowledged);
      expect(head!.seq % 2).toBe(0);
      const chain = await store.entries('shop', { limit: 100_000 });
      expect(chain).toHaveLength(head!.seq);
      expect(chainFault(chain)).toBeUndefined();
      const before = await everyRow(store, 'shop');
      expect(before.freight).toHaveLength(head!.seq);
      await store.rebuild('shop');
      expect(await everyRow(store, 'shop')).toEqual(before);
    } finally {
      await knex.destroy();
      await rm(directory, { recursive: true });
    }
  });
});
