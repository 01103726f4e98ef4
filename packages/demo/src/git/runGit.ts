import { spawn } from 'node:child_process';
import { gitEnvironment, GitEnvironmentOptions } from './gitEnvironment';

export interface RunGitOptions extends GitEnvironmentOptions {
  readonly cwd?: string;
  readonly input?: string | Buffer;
}

/**
 * Runs git and returns what it printed.
 *
 * @throws Error with git's own words when it fails.
 */
export function runGit(
  args: readonly string[],
  options: RunGitOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, {
      cwd: options.cwd,
      env: gitEnvironment(options),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', chunk => out.push(chunk));
    child.stderr.on('data', chunk => err.push(chunk));
    child.on('error', reject);
    child.on('close', code => {
      if (code === 0) {
        resolve(Buffer.concat(out).toString('utf8'));
        return;
      }
      const words = Buffer.concat(err).toString('utf8').trim();
      reject(new Error(`git ${args[0]} failed (${code}): ${words}`));
    });
    // A git that stops early closes its input; its exit code says why.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
  });
}
