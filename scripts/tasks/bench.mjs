import { runTypeScript } from '../lib/run-ts.mjs';

const FILES = {
  'test:kill': 'kill',
  'bench:latency': 'latency',
  'bench:git': 'git',
  'bench:discovery': 'discovery',
  'bench:expressions': 'expressions',
};

/** The long measurements, which are no part of `npm test`. */
export function run({ command, args }) {
  return runTypeScript(`bench/${FILES[command]}.ts`, args);
}
