import { LoggerService } from '@backstage/backend-plugin-api';

/** Repeats a look with a pause between, until stopped; one that fails is logged and tried again. */
export function startWatching(options: { look: () => Promise<void>; everyMs: number; logger: LoggerService }): () => Promise<void> {
  let stopped = false;
  let wake: () => void = () => undefined;
  const loop = async () => {
    while (!stopped) {
      await options.look().catch(error => options.logger.warn('the catalog could not be read', { error: String(error) }));
      if (stopped) return;
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, options.everyMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const running = loop();
  return async () => {
    stopped = true;
    wake();
    await running;
  };
}
