import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const REPOSITORY = resolve(__dirname, '../../../..');
const LAUNCHER = resolve(REPOSITORY, 'scripts/launch.mjs');

/** Starts one of the repository's commands in a process group of its own. */
export function startScript(command: string[], env: NodeJS.ProcessEnv) {
  return spawn(process.execPath, [LAUNCHER, ...command], {
    cwd: REPOSITORY,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
}

/**
 * Runs one of the repository's commands to its end.
 *
 * @returns What it printed.
 * @throws Error with all of its output, when it ends with another code than 0.
 */
export async function runScript(
  command: string[],
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const child = startScript(command, env);
  let printed = '';
  let complained = '';
  child.stdout.on('data', chunk => (printed += chunk));
  child.stderr.on('data', chunk => (complained += chunk));
  const code = await new Promise(done => child.once('close', done));
  if (code === 0) return printed.trim();
  throw new Error(`${command.join(' ')} ended with ${code}:\n${complained}`);
}
