import { runAndForward } from '../lib/process.mjs';
import { fromRoot } from '../lib/root.mjs';
import { TOOLS } from '../lib/tools.mjs';

/** `npm run fix`: lets ESLint and Prettier mend what they can. */
export async function run() {
  const call = args =>
    runAndForward(process.execPath, args, { cwd: fromRoot() });
  const linted = await call([TOOLS.backstage, 'repo', 'lint', '--fix']);
  const formatted = await call([
    ...[TOOLS.prettier, '--write', '--loglevel', 'warn', '.'],
  ]);
  return linted || formatted;
}
