import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fromRoot } from './root.mjs';

const REMEMBERED = fromRoot('.cache', 'node-path');

/** Backstage supports Node 22 and 24; undici 8 sets the floor within 22. */
export function isSupported(version) {
  const [major, minor] = version.split('.').map(Number);
  return major === 24 || (major === 22 && minor >= 19);
}

/**
 * A Node 24 from the npm registry, and an environment in which `node` is that one.
 *
 * npm is asked only for the path, and the path is called directly: no npm and no
 * shell stand between the launcher and its child, so signals arrive.
 */
export function findNode() {
  const found = remembered() ?? fetchNode();
  const env = { ...process.env };
  env.PATH = [path.dirname(found), env.PATH].join(path.delimiter);
  return { path: found, env };
}

function remembered() {
  if (!existsSync(REMEMBERED)) return undefined;
  const found = readFileSync(REMEMBERED, 'utf8').trim();
  return found && existsSync(found) ? found : undefined;
}

function fetchNode() {
  process.stderr.write(
    `Node ${process.versions.node} is not one that Backstage runs on (22 or 24): taking Node 24 from the npm registry …\n`,
  );
  const [program, ...first] = npm();
  const asked = spawnSync(
    program,
    [
      ...first,
      'exec',
      '--yes',
      '--package=node@24',
      '--',
      'node',
      '-p',
      'process.execPath',
    ],
    { cwd: fromRoot(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const found = asked.stdout?.trim().split('\n').at(-1);
  if (asked.status !== 0 || !found || !existsSync(found)) {
    const why =
      asked.stderr?.trim() || asked.error?.message || 'npm said nothing';
    throw new Error(
      `No Node 24 could be had from the npm registry. Install Node 22 or 24 yourself, or see to npm:\n${why}`,
    );
  }
  mkdirSync(path.dirname(REMEMBERED), { recursive: true });
  writeFileSync(REMEMBERED, `${found}\n`);
  return found;
}

/** How to call npm: by the file npm names to its scripts, otherwise by PATH. */
function npm() {
  const file = process.env.npm_execpath;
  return file?.endsWith('npm-cli.js') ? [process.execPath, file] : ['npm'];
}
