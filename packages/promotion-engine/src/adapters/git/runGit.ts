import { spawn } from 'child_process';
import { Environment } from './environment';
import { GitFailure } from './GitFailure';
import { GitContext } from './options';
import { countGitProcess } from './processes';

export interface GitCommand {
  args: string[];
  environment: Environment;
  cwd: string;
  input?: string | Buffer;
}

/**
 * Runs Git itself, for commands that print nothing (simple-git waits 50 ms after those) or read standard input.
 * @throws GitFailure
 */
export function runGit(
  context: GitContext,
  command: GitCommand,
): Promise<Buffer> {
  countGitProcess();
  return new Promise((resolve, reject) => {
    const child = spawn(context.binary, command.args, {
      cwd: command.cwd,
      env: command.environment,
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', chunk => stdout.push(chunk));
    child.stderr.on('data', chunk => stderr.push(chunk));
    // Git may end before it has read everything; its exit code says what matters
    child.stdin.on('error', () => {});
    child.on('error', error =>
      reject(new GitFailure(`${context.binary}: ${error.message}`)),
    );
    child.on('close', code => {
      if (code === 0) {
        resolve(Buffer.concat(stdout));
      } else {
        reject(
          new GitFailure(
            Buffer.concat([...stdout, ...stderr]).toString(),
            code ?? undefined,
          ),
        );
      }
    });
    child.stdin.end(command.input ?? '');
  });
}
