import { runTypeScript } from '../lib/run-ts.mjs';

const FILES = {
  demo: 'start',
  'demo:release': 'release',
  'demo:reset': 'reset',
  'demo:token': 'token',
};

/** `npm run demo` and its companions. */
export function run({ command, args }) {
  return runTypeScript(`packages/demo/src/commands/${FILES[command]}.ts`, args);
}
