import { DemoError } from '../world/DemoError';
import { DemoLayout } from '../world/layout';
import { BackendExit, BackendOptions, BackendProcess } from './BackendProcess';
import { waitUntilReady } from './waitUntilReady';

/** A machine with two cores needs about ten seconds. */
const START_MILLISECONDS = 180_000;

export interface SupervisionOptions extends BackendOptions {
  /** Ends the supervision, and the backend with it. */
  readonly signal: AbortSignal;
  /** Called whenever the backend has begun to answer. */
  onReady(): Promise<void>;
  /** Called when it was killed, before it is started again. */
  onKilled(signal: NodeJS.Signals): Promise<void>;
}

/**
 * Keeps a backend running until it is told to stop: killing it is one of the
 * things to try in the demo.
 *
 * @throws DemoError with the last lines of its log when it ends by itself.
 */
export async function superviseBackend(
  options: SupervisionOptions,
): Promise<void> {
  while (!options.signal.aborted) {
    const backend = await BackendProcess.start(options);
    try {
      await becomeReady(backend, options);
      if (options.signal.aborted) return;
      await options.onReady();
      const exit = await Promise.race([backend.exit, aborted(options.signal)]);
      if (!exit) return;
      if (!exit.signal) throw await explainExit(backend, exit, options.layout);
      await options.onKilled(exit.signal);
    } finally {
      await backend.stop();
    }
  }
}

async function becomeReady(
  backend: BackendProcess,
  { layout, port, signal }: SupervisionOptions,
): Promise<void> {
  const ended = new AbortController();
  const exit = backend.exit.then(result => {
    ended.abort();
    return result;
  });
  const timeout = AbortSignal.timeout(START_MILLISECONDS);
  const any = AbortSignal.any([signal, timeout, ended.signal]);
  await waitUntilReady(`http://localhost:${port}`, any).catch(async () => {
    if (signal.aborted) return;
    if (ended.signal.aborted) {
      throw await explainExit(backend, await exit, layout);
    }
    throw new DemoError(
      `Backstage did not answer within ${
        START_MILLISECONDS / 1000
      } s. It said last:\n${await backend.tail()}`,
    );
  });
}

async function explainExit(
  backend: BackendProcess,
  exit: BackendExit,
  layout: DemoLayout,
): Promise<DemoError> {
  return new DemoError(
    `Backstage ended (${exit.signal ?? `exit code ${exit.code}`}). ` +
      `It said last (all of it is in ${
        layout.backendLog
      }):\n${await backend.tail()}`,
  );
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise(resolve => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}
