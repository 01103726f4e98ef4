// Which database engines the tests really ran on.

/** The ids that Backstage's TestDatabases puts into the titles of tests. */
const ENGINES = [
  ['SQLite', /SQLITE_3/],
  ['PostgreSQL', /POSTGRES_\d+/],
];

/**
 * One sentence on the engines, and a failure when PostgreSQL was there but no test of
 * the database suites reached it.
 *
 * @param {{ version: string, databasesMade(): number } | undefined} postgres
 */
export function reportDatabases(titles, postgres) {
  const tests = Object.fromEntries(
    ENGINES.map(([name, id]) => [
      name,
      titles.filter(title => id.test(title)).length,
    ]),
  );
  const made = postgres?.databasesMade() ?? 0;
  const parts = [`SQLite (${tests.SQLite} tests name it)`];
  if (postgres) {
    parts.push(
      `PostgreSQL ${postgres.version} (${tests.PostgreSQL} tests name it, ${made} databases made)`,
    );
  }
  const missed =
    postgres && tests.SQLite > 0 && (tests.PostgreSQL === 0 || made === 0);
  return {
    sentence: `Database engines used: ${parts.join(', ')}.`,
    failure: missed
      ? 'PostgreSQL was running, but no test of the database suites reached it.'
      : undefined,
  };
}
