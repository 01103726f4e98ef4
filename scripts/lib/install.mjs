import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fingerprint, platform, workspaces } from './fingerprint.mjs';
import { runAndForward } from './process.mjs';
import { fromRoot } from './root.mjs';

/** The committed Yarn. */
export const YARN = fromRoot('.yarn', 'releases', 'yarn-4.13.0.cjs');
const STAMP = fromRoot('node_modules', '.stevedore-install');

/** Installs with the committed Yarn, unless what it would read is what it read last time. */
export async function ensureInstalled() {
  const wanted = fingerprint(inputs(), platform());
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  process.stderr.write(
    'Installing with Yarn (about a minute the first time) …\n',
  );
  const code = await runAndForward(
    process.execPath,
    [YARN, 'install', '--immutable'],
    { cwd: fromRoot(), stdio: ['ignore', 2, 2] },
  );
  if (code !== 0) {
    throw new Error(
      'Yarn could not install (its words are above). Is yarn.lock in step with every package.json, and can the npm registry be reached?',
    );
  }
  writeFileSync(STAMP, wanted);
}

/** Everything that decides what is installed. */
function inputs() {
  const manifests = workspaces().map(name => `${name}/package.json`);
  return ['package.json', 'yarn.lock', '.yarnrc.yml', ...manifests];
}
