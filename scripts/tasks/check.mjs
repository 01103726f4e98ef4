import { runStaticChecks } from '../checks/static.mjs';
import { Tally } from '../lib/tally.mjs';

/** `npm run check`: what can be said without running a test, in half a minute. */
export async function run({ args }) {
  const tally = new Tally();
  await runStaticChecks(tally, args);
  return tally.close();
}
