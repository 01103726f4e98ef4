import { apiServerEnvironment } from '../checks/apiserver.mjs';
import { runStaticChecks } from '../checks/static.mjs';
import { reportDatabases } from '../checks/databases.mjs';
import { runInBrowser } from '../checks/browser.mjs';
import { runJest } from '../checks/jest.mjs';
import { Tally } from '../lib/tally.mjs';
import { startPostgres } from '../lib/postgres.mjs';

/**
 * `npm test`: types, lint, boundaries, every test on SQLite and PostgreSQL, and the
 * portal in a browser.
 *
 * With arguments (`npm test -- packages/cli`) only Jest runs, and gets them.
 * The last line is the count over everything that ran.
 */
export async function run({ args }) {
  const tally = new Tally();
  if (args.length === 0) await runStaticChecks(tally);
  await tally.measure('jest', () => runWithDatabases(args, tally));
  if (args.length === 0) {
    await tally.measure('browser', () => runInBrowser('everything'));
  }
  return tally.close();
}

async function runWithDatabases(args, tally) {
  // who runs one folder is not made to wait for a build
  const apiServer = await apiServerEnvironment(tally, {
    build: args.length === 0,
  });
  const postgres = await tryPostgres(tally);
  try {
    const env = { ...connection(postgres), ...apiServer };
    const counted = await runJest({ args, env });
    const { sentence, failure } = reportDatabases(counted.titles, postgres);
    tally.say(sentence);
    return failure
      ? { ...counted, failed: counted.failed + 1, output: failure }
      : counted;
  } finally {
    await postgres?.stop();
  }
}

async function tryPostgres(tally) {
  try {
    return await startPostgres();
  } catch (error) {
    const sentence = `PostgreSQL could not start, so nothing was tested on it: ${error.message}`;
    const required = process.env.CI === 'true';
    tally.add('PostgreSQL', {
      passed: 0,
      failed: required ? 1 : 0,
      skipped: required ? 0 : 1,
      output: sentence,
    });
    return undefined;
  }
}

function connection(postgres) {
  return postgres
    ? { BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgres.url }
    : {};
}
