import { findApiServer } from '../lib/apiserver.mjs';
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
  const env =
    command === 'demo' && args.includes('--kubernetes')
      ? { ...process.env, STEVEDORE_APISERVER: await apiServer() }
      : process.env;
  if (command === 'demo') await ensureAppBuilt();
  const file = `packages/demo/src/commands/${FILES[command]}.ts`;
  return runTypeScript(file, args, { env });
}

async function apiServer() {
  const built = await findApiServer({ build: false });
  if (built) return built;
  process.stderr.write(
    'Building a Kubernetes API server; this takes minutes, once …\n',
  );
  return findApiServer({ build: true }).catch(error => {
    throw new Error(
      `The demo's Kubernetes API needs Go 1.21 or newer: ${error.message}. Install Go (https://go.dev/doc/install), or start without --kubernetes.`,
    );
  });
}
