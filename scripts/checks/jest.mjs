import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runAndForward } from '../lib/process.mjs';
import { fromRoot } from '../lib/root.mjs';
import { TOOLS } from '../lib/tools.mjs';

const CONFIG = fromRoot('node_modules/@backstage/cli/config/jest.js');

/**
 * Runs Jest over all packages, as `backstage-cli repo test` does, and reads what it
 * counted. A suite that could not be loaded counts as one failure.
 *
 * @returns {Promise<{ passed: number, failed: number, skipped: number, titles: string[] }>}
 *   `titles` are the full names of the tests that passed.
 */
export async function runJest({ args = [], env = {} }) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'stevedore-jest-'));
  const report = path.join(folder, 'report.json');
  try {
    const code = await runAndForward(
      process.execPath,
      [
        ...[TOOLS.jest, '--config', CONFIG, '--ci', '--passWithNoTests'],
        // a worker that waits for Git or a database leaves its core to another
        ...['--maxWorkers=3', '--workerIdleMemoryLimit=1000M'],
        `--testSequencer=${fromRoot('scripts/lib/longestFirst.cjs')}`,
        // a busy machine is slow, not wrong
        '--testTimeout=120000',
        ...['--json', `--outputFile=${report}`],
        ...(args.includes('--verbose') ? [] : ['--silent']),
        ...args,
      ],
      {
        cwd: fromRoot(),
        env: { ...process.env, ...ENVIRONMENT, ...env },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    return count(code, await readFile(report, 'utf8').catch(() => undefined));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const ENVIRONMENT = {
  CI: '1',
  BACKSTAGE_TEST_DISABLE_DOCKER: '1',
  NODE_ENV: 'test',
  TZ: 'UTC',
};

function count(code, text) {
  if (!text) return { passed: 0, failed: 1, skipped: 0, titles: [] };
  const report = JSON.parse(text);
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    // an exit code without a failed test (a leak, a crash) is a failure all the same
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    titles: report.testResults.flatMap(({ assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'passed')
        .map(({ fullName }) => fullName),
    ),
  };
}
