import { runInBrowser } from '../checks/browser.mjs';

/** `npm run bench:scroll`: how smoothly a long timeline scrolls; see packages/e2e/src/bench. */
export async function run() {
  const { failed, skipped, output } = await runInBrowser('bench', {
    STEVEDORE_E2E_QUIET: 'true',
  });
  if (output) process.stderr.write(`${output}\n`);
  return failed + skipped > 0 ? 1 : 0;
}
