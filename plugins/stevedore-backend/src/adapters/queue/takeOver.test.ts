import { WorkKey } from '@stevedore/promotion-engine';
import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import { eventually, stageKey } from '../../__testUtils__/queueContract';
import { testDatabases } from '../../__testUtils__/testDatabases';
import { PgBossQueue } from './PgBossQueue';

// Jest's CommonJS runtime cannot import ES modules; Node's own require can
jest.mock('./loadPgBoss', () => ({
  loadPgBoss: async () =>
    process.getBuiltinModule('node:module').createRequire(__filename)(
      'pg-boss',
    ),
}));

jest.setTimeout(240_000);

const { databases, ids } = testDatabases();
const postgres = ids.filter(id => id.startsWith('POSTGRES'));

(postgres.length > 0 ? describe : describe.skip)(
  'a replica that is killed',
  () => {
    it('has its work taken over', async () => {
      const knex = await databases.init(postgres[0]);
      const { rows } = await knex.raw('select current_database() as name');
      const url = new URL(
        process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING!,
      );
      url.pathname = `/${rows[0].name}`;
      const transform = require.resolve(
        '@backstage/cli/config/nodeTransform.cjs',
      );
      const script = resolve(__dirname, '../../__testUtils__/queueWorker.ts');
      const child = fork(script, [url.href], {
        execArgv: ['--require', transform],
      });
      const queue = await PgBossQueue.create({
        knex,
        logger: { warn: () => {} },
      });
      try {
        await queue.enqueue(stageKey('dev'));
        const messages: { taken?: WorkKey }[] = [];
        child.on(
          'message',
          message => void messages.push(message as { taken?: WorkKey }),
        );
        await eventually(
          () => messages.some(({ taken }) => taken?.name === 'dev'),
          60_000,
        );
        const seen: WorkKey[] = [];
        await queue.start(async key => void seen.push(key));
        // this replica works, and still leaves the other's alone
        await queue.enqueue(stageKey('test'));
        await eventually(() => seen.length > 0, 60_000);
        expect(seen).toEqual([stageKey('test')]);
        child.kill('SIGKILL');
        await eventually(() => seen.length === 2, 60_000);
        expect(seen).toEqual([stageKey('test'), stageKey('dev')]);
      } finally {
        child.kill('SIGKILL');
        await queue.stop();
      }
    });
  },
);
