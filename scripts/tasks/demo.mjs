import { ensureAppBuilt } from '../lib/build-app.mjs';
import { runTypeScript } from '../lib/run-ts.mjs';

const FILES = {
  demo: 'start',
  'demo:release': 'release',
  'demo:reset': 'reset',
  'demo:token': 'token',
};

/** `npm run demo` and its companions. */
export async function run({ command, args }) {
  if (command === 'demo') await ensureAppBuilt();
  return runTypeScript(`packages/demo/src/commands/${FILES[command]}.ts`, args);
}
