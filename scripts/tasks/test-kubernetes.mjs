import { apiServerEnvironment } from '../checks/apiserver.mjs';
import { runJest } from '../checks/jest.mjs';
import { Tally } from '../lib/tally.mjs';

const MODULE = 'plugins/stevedore-backend-module-kubernetes';

/**
 * `npm run test:kubernetes`: the suites of the module for clusters alone, against the stand-in and, where Go is there
 * to build it, a real API server with etcd. Arguments go to Jest.
 */
export async function run({ args }) {
  const tally = new Tally();
  const env = await apiServerEnvironment(tally, { build: true });
  await tally.measure('jest', () => runJest({ args: [MODULE, ...args], env }));
  return tally.close();
}
