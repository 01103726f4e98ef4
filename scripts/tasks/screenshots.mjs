import { runInBrowser } from '../checks/browser.mjs';
import { Tally } from '../lib/tally.mjs';

/** `npm run screenshots`: the pictures of README.md and docs/, made from the demo. */
export async function run() {
  const tally = new Tally();
  await tally.measure('screenshots', () => runInBrowser('screenshots'));
  return tally.close();
}
