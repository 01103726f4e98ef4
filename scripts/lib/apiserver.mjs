import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { fromRoot } from './root.mjs';

const run = promisify(execFile);

const SOURCE = fromRoot(
  'plugins/stevedore-backend-module-kubernetes/apiserver',
);

/**
 * Path of the Kubernetes API server that tests run against. It is built once for each state of its source, outside
 * of the repository: minutes the first time, nothing after that.
 *
 * @param {{ build: boolean }} how - without `build` only one that is there already counts
 * @returns {Promise<string | undefined>} undefined where it is not there and not to be built
 * @throws {Error} with a sentence where it cannot be built
 */
export async function findApiServer({ build }) {
  const program = path.join(cacheFolder(), `apiserver-${await fingerprint()}`);
  if (await exists(program)) return program;
  if (!build) return undefined;
  const version = await run('go', ['env', 'GOVERSION'], { cwd: SOURCE }).catch(
    error => {
      throw new Error(
        error.code === 'ENOENT'
          ? 'there is no Go to build it with'
          : `Go cannot build it: ${error.stderr || error.message}`,
      );
    },
  );
  await mkdir(path.dirname(program), { recursive: true });
  // whoever builds at the same time ends up with the same program
  const fresh = `${program}.${process.pid}`;
  await run('nice', ['go', 'build', '-o', fresh, '.'], {
    cwd: SOURCE,
    maxBuffer: 64 * 1024 * 1024,
  }).catch(error => {
    throw new Error(
      `${version.stdout.trim()} cannot build it: ${
        error.stderr || error.message
      }`,
    );
  });
  await rename(fresh, program);
  return program;
}

function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
  return path.join(base, 'stevedore');
}

async function fingerprint() {
  const hash = createHash('sha256');
  for (const name of (await readdir(SOURCE)).sort())
    hash.update(name).update(await readFile(path.join(SOURCE, name)));
  return hash.digest('hex').slice(0, 16);
}

const exists = file =>
  access(file).then(
    () => true,
    () => false,
  );
