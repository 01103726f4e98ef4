import { ChildProcess, spawn } from 'child_process';
import { Environment } from './environment';
import { GitFailure } from './GitFailure';
import { GitContext } from './options';
import { countGitProcess } from './processes';

/** What is told to end and does not is killed. */
const PATIENCE_MS = 5_000;

export interface GitCommand {
  args: string[];
  environment: Environment;
  cwd: string;
  input?: string | Buffer;
  /** What ends Git and every helper that it started: the signal, or that nothing was printed for so long. */
  until?: { signal?: AbortSignal; silenceMs: number };
}

/**
 * Runs Git.
 * @returns what it printed
 * @throws GitFailure
 */
export function runGit(
  context: GitContext,
  command: GitCommand,
): Promise<Buffer> {
  const { args, cwd, environment, until } = command;
  countGitProcess();
  return new Promise((resolve, reject) => {
    const child = spawn(context.binary, args, {
      cwd,
      env: environment,
      // helpers that talk to the remote outlive Git itself, so what may be ended is a group
      detached: until !== undefined,
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', chunk => stdout.push(chunk));
    child.stderr.on('data', chunk => stderr.push(chunk));
    // Git may end before it has read everything; its exit code says what matters
    child.stdin.on('error', () => {});
    const watch = interruptible(child, until);
    child.on('error', error => {
      watch.stop();
      reject(new GitFailure(`${context.binary}: ${error.message}`));
    });
    child.on('close', code => {
      watch.stop();
      if (code === 0) {
        resolve(Buffer.concat(stdout));
      } else {
        const printed = Buffer.concat([...stdout, ...stderr]).toString();
        const why = watch.because();
        reject(
          new GitFailure(
            why ? `${printed}\nfatal: ${why}` : printed,
            code ?? undefined,
          ),
        );
      }
    });
    child.stdin.end(command.input ?? '');
  });
}

/** Ends the group of a process when it is told to, or when nothing is heard of it. */
function interruptible(
  child: ChildProcess,
  until: GitCommand['until'],
): { stop(): void; because(): string | undefined } {
  let why: string | undefined;
  if (!until) return { stop: () => undefined, because: () => why };
  const { signal, silenceMs } = until;
  const kill = (how: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, how);
    } catch {
      // it has ended by itself
    }
  };
  let patience: NodeJS.Timeout | undefined;
  const end = (because: string) => {
    why = because;
    // told politely, Git takes its locks away
    kill('SIGTERM');
    patience = setTimeout(() => kill('SIGKILL'), PATIENCE_MS);
  };
  const interrupt = () => end('interrupted');
  const silent = () => end(`nothing was heard for ${silenceMs} ms`);
  let timer = setTimeout(silent, silenceMs);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(silent, silenceMs);
  };
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', heard);
  signal?.addEventListener('abort', interrupt);
  if (signal?.aborted) interrupt();
  return {
    stop: () => {
      clearTimeout(timer);
      clearTimeout(patience);
      signal?.removeEventListener('abort', interrupt);
    },
    because: () => why,
  };
}
