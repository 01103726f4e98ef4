import { LoggerService } from '@backstage/backend-plugin-api';
import { setTimeout as pause } from 'node:timers/promises';

/** Repeats a look with a pause between, until stopped; one that fails is logged and tried again. */
export function startWatching(options: {
  look: () => Promise<void>;
  everyMs: number;
  logger: LoggerService;
}): () => Promise<void> {
  const { look, everyMs, logger } = options;
  const stop = new AbortController();
  const { signal } = stop;
  const loop = async () => {
    while (!signal.aborted) {
      await look().catch(error => {
        const reason = String(error);
        logger.warn('the catalog could not be read', { error: reason });
      });
      // an aborted pause is how the loop learns that it is over
      await pause(everyMs, undefined, { signal }).catch(() => undefined);
    }
  };
  const running = loop();
  return async () => {
    stop.abort();
    await running;
  };
}
