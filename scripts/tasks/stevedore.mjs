import { runTypeScript } from '../lib/run-ts.mjs';

/** `npm run --silent stevedore -- …`: the command line tool, straight from its source. */
export function run({ args }) {
  // npm runs scripts at the root; a file name is meant from where the person stands.
  return runTypeScript('packages/cli/src/main.ts', args, {
    cwd: process.env.INIT_CWD ?? process.cwd(),
  });
}
