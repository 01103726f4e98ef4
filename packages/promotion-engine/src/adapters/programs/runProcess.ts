import { ChildProcess, spawn } from 'child_process';
import { ProgramError } from '../../model/errors';

export interface ProcessRun {
  /** For sentences. */
  name: string;
  file: string;
  args: string[];
  cwd: string;
  environment: Record<string, string>;
  timeoutMs: number;
  /** Bytes. */
  largestOutput: number;
  signal?: AbortSignal;
}

/** Of what it complains; the last of it says most. */
const LARGEST_COMPLAINT = 64 * 1024;
const SHOWN_COMPLAINT = 2_000;

/**
 * Runs an executable without a shell, in a process group of its own, so that what it started ends with it.
 * @returns what it printed
 * @throws ProgramError
 */
export function runProcess(run: ProcessRun): Promise<string> {
  const { name, file, args, cwd, environment, signal } = run;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    const printed: Buffer[] = [];
    let size = 0;
    let complaint = '';
    let ended: ProgramError | undefined;
    const end = (message: string, retryable: boolean) => {
      ended ??= new ProgramError(message, { retryable });
      killGroup(child);
    };
    const timer = setTimeout(
      () => end(`${name} took longer than ${run.timeoutMs / 1000} s`, true),
      run.timeoutMs,
    );
    const abort = () => end(`${name} was interrupted`, true);
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
    child.stdout!.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > run.largestOutput)
        end(`${name} printed more than ${run.largestOutput} bytes`, false);
      else printed.push(chunk);
    });
    child.stderr!.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-LARGEST_COMPLAINT);
    });
    const finish = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    child.on('error', error => {
      finish();
      reject(
        ended ??
          new ProgramError(`${name}: ${error.message}`, { retryable: true }),
      );
    });
    child.on('close', code => {
      finish();
      if (ended) reject(ended);
      else if (code === 0) resolve(Buffer.concat(printed).toString('utf8'));
      else
        reject(new ProgramError(failure(run, complaint), { retryable: true }));
    });
  });
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // it is gone already
  }
}

/** What it said last, with paths as the workspace has them. */
function failure({ name, cwd }: ProcessRun, complaint: string): string {
  const said = complaint
    .replaceAll(`${cwd}/`, '')
    .replaceAll(cwd, '.')
    .trim()
    .slice(-SHOWN_COMPLAINT);
  return `${name} failed${said && `: ${said}`}`;
}
