import { findApiServer } from '../lib/apiserver.mjs';
import { runTypeScript } from '../lib/run-ts.mjs';

const FILES = {
  'test:kill': 'kill',
  'bench:latency': 'latency',
  'bench:git': 'git',
  'bench:discovery': 'discovery',
  'bench:expressions': 'expressions',
  'bench:kubernetes': 'kubernetes',
};

/** The long measurements, which are no part of `npm test`. */
export async function run({ command, args }) {
  const env = { ...process.env };
  if (command === 'bench:kubernetes')
    env.STEVEDORE_APISERVER = await findApiServer({ build: true }).catch(
      error => {
        throw new Error(
          `A Kubernetes API server is measured: ${error.message}.`,
        );
      },
    );
  return runTypeScript(`bench/${FILES[command]}.ts`, args, { env });
}
