/**
 * Sums up what Playwright's JSON reporter wrote.
 *
 * A test that passed only when it was tried again counts as passed, and is named.
 *
 * @param {number} code Playwright's exit code.
 * @param {string} [text] The report; none where Playwright could not start.
 */
export function countReport(code, text) {
  if (!text) return { passed: 0, failed: 1 };
  const { stats, suites } = JSON.parse(text);
  const failed = stats.unexpected;
  return {
    passed: stats.expected + stats.flaky,
    // an exit code without a failed test (the demo could not start) is a failure all the same
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: stats.skipped,
    output: suites
      .flatMap(secondTries)
      .map(name => `passed at the second try: ${name}`)
      .join('\n'),
  };
}

/** What stands in a file, or below a `describe` of it. */
function secondTries({ file, specs, suites = [] }) {
  const named = specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ title }) => `${file}: ${title}`);
  return [...named, ...suites.flatMap(secondTries)];
}
