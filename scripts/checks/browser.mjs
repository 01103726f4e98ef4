import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runAndForward } from '../lib/process.mjs';
import { fromRoot } from '../lib/root.mjs';
import { TOOLS } from '../lib/tools.mjs';
import { countReport } from './browserReport.mjs';

const CONFIG = fromRoot('packages/e2e/src/playwright.config.ts');
const CANDIDATES = ['chromium', 'chromium-browser', 'google-chrome'].map(
  name => `/usr/bin/${name}`,
);

/**
 * Runs a project of packages/e2e, and what it depends on, in the machine's own Chromium.
 *
 * Without one it counts as one test that was skipped, and with CI=true as a failure.
 */
export async function runInBrowser(project, env = {}) {
  const chromium = findChromium();
  if (!chromium) return withoutChromium();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'stevedore-browser-'));
  const report = path.join(folder, 'report.json');
  try {
    const code = await runAndForward(
      process.execPath,
      [TOOLS.playwright, 'test', '--config', CONFIG, '--project', project],
      {
        cwd: fromRoot(),
        env: {
          ...process.env,
          ...env,
          STEVEDORE_CHROMIUM: chromium,
          STEVEDORE_E2E_REPORT: report,
        },
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
    return countReport(
      code,
      await readFile(report, 'utf8').catch(() => undefined),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `STEVEDORE_CHROMIUM`, or one where Linux distributions put it. */
function findChromium() {
  const named = process.env.STEVEDORE_CHROMIUM;
  return (named ? [named] : CANDIDATES).find(existsSync);
}

function withoutChromium() {
  const required = process.env.CI === 'true';
  return {
    passed: 0,
    failed: required ? 1 : 0,
    skipped: required ? 0 : 1,
    output:
      'There is no Chromium, so nothing was tried in a browser: install it ' +
      '(apt-get install chromium), or name one in STEVEDORE_CHROMIUM.',
  };
}
