import { spawn } from 'node:child_process';
import { fromRoot } from './root.mjs';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Exit code of a process that a signal ended: 128 plus the signal's number. */
const SIGNAL_EXIT = { SIGHUP: 129, SIGINT: 130, SIGKILL: 137, SIGTERM: 143 };

/**
 * Runs a program in the foreground and returns its exit code.
 *
 * Signals are passed on and outlived, so that the child decides when all ends.
 */
export function runAndForward(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', ...options });
    const pass = signal => child.kill(signal);
    FORWARDED.forEach(signal => process.on(signal, pass));
    const settle = done => value => {
      FORWARDED.forEach(signal => process.off(signal, pass));
      done(value);
    };
    child.once('error', settle(reject));
    child.once('exit', (code, signal) =>
      settle(resolve)(code ?? SIGNAL_EXIT[signal] ?? 1),
    );
  });
}

/** Runs a program to its end and returns `{ code, output, seconds }`; nothing is printed. */
export function capture(program, args, options = {}) {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: fromRoot(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
    });
    const chunks = [];
    child.stdout.on('data', chunk => chunks.push(chunk));
    child.stderr.on('data', chunk => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', code =>
      resolve({
        code: code ?? 1,
        output: Buffer.concat(chunks).toString('utf8'),
        seconds: (performance.now() - started) / 1000,
      }),
    );
  });
}
