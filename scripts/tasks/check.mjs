import { STATIC_CHECKS } from '../checks/static.mjs';
import { Tally } from '../lib/tally.mjs';

/** `npm run check`: what can be said without running a test, in half a minute. */
export async function run({ args }) {
  const tally = new Tally();
  for (const [name, check] of Object.entries(STATIC_CHECKS)) {
    if (args.length === 0 || args.includes(name)) {
      await tally.measure(name, check);
    }
  }
  return tally.close();
}
