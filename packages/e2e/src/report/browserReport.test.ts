import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

// Reports that Playwright itself wrote, about tests without a browser.

const ROOT = resolve(__dirname, '../../../..');
const PLAYWRIGHT = require.resolve('@playwright/test/cli');
const COUNT = pathToFileURL(join(ROOT, 'scripts/checks/browserReport.mjs'));

const PASSES = `test('passes', () => {});`;
const SECOND_TRY = `
test.describe('below', () => {
  test('passes when it is tried again', ({}, info) => expect(info.retry).toBe(1));
});`;
const FAILS = `test('fails', () => expect(1).toBe(2));`;
const SKIPPED = `test.skip('is skipped', () => {});`;

jest.setTimeout(120_000);

it('counts what passed at the second try as passed, and names it', async () => {
  const text = await reportOf([PASSES, SECOND_TRY, FAILS, SKIPPED]);
  const sum = {
    passed: 2,
    failed: 1,
    skipped: 1,
    output:
      'passed at the second try: some.spec.js: passes when it is tried again',
  };
  expect(await count(1, text)).toEqual(sum);

  const { stats, ...report } = JSON.parse(text);
  const good = JSON.stringify({
    ...report,
    stats: { ...stats, unexpected: 0 },
  });
  expect(await count(0, good)).toEqual({ ...sum, failed: 0 });
  // no test failed, but something did
  expect(await count(1, good)).toEqual({ ...sum, failed: 1 });
});

it('counts a run that wrote no report as a failure', async () => {
  expect(await count(1)).toEqual({ passed: 0, failed: 1 });
});

async function reportOf(tests: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stevedore-report-'));
  try {
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    await writeFile(
      join(folder, 'playwright.config.js'),
      'module.exports = { retries: 1, workers: 1 };',
    );
    await writeFile(
      join(folder, 'some.spec.js'),
      [`const { expect, test } = require('@playwright/test');`, ...tests].join(
        '\n',
      ),
    );
    await runPlaywright(folder);
    return await readFile(join(folder, 'report.json'), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function runPlaywright(cwd: string): Promise<unknown> {
  // by this Playwright would take itself for a test of Jest, and refuse to run
  const { JEST_WORKER_ID: _, ...env } = process.env;
  const child = spawn(
    process.execPath,
    [PLAYWRIGHT, 'test', '--reporter', 'json'],
    {
      cwd,
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: 'report.json' },
      stdio: 'ignore',
    },
  );
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', done);
  });
}

/** As `npm test` does it, in a process that takes modules as they are. */
async function count(code: number, text?: string): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { countReport } from ${JSON.stringify(COUNT)};
     const [code, text] = JSON.parse(process.argv[1]);
     console.log(JSON.stringify(countReport(code, text)));`,
    JSON.stringify([code, text]),
  ]);
  return JSON.parse(stdout);
}
