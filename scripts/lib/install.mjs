import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { runAndForward } from './process.mjs';
import { fromRoot } from './root.mjs';

const YARN = fromRoot('.yarn', 'releases', 'yarn-4.13.0.cjs');
const STAMP = fromRoot('node_modules', '.stevedore-install');

/** Installs with the committed Yarn, unless what it would read is what it read last time. */
export async function ensureInstalled() {
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  process.stderr.write(
    'Installing with Yarn (about a minute the first time) …\n',
  );
  const code = await runAndForward(
    process.execPath,
    [YARN, 'install', '--immutable'],
    {
      cwd: fromRoot(),
      stdio: ['ignore', 2, 2],
    },
  );
  if (code !== 0) {
    throw new Error(
      'Yarn could not install (its words are above). Is yarn.lock in step with every package.json, and can the npm registry be reached?',
    );
  }
  writeFileSync(STAMP, wanted);
}

/** A hash over everything that decides what is installed. */
function fingerprint() {
  const hash = createHash('sha256');
  hash.update(
    `${process.versions.modules} ${process.platform} ${process.arch}\n`,
  );
  for (const file of inputs()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(fromRoot(file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function inputs() {
  const manifests = ['packages', 'plugins'].flatMap(folder =>
    readdirSync(fromRoot(folder))
      .map(name => `${folder}/${name}/package.json`)
      .filter(file => existsSync(fromRoot(file))),
  );
  return ['package.json', 'yarn.lock', '.yarnrc.yml', ...manifests.sort()];
}
