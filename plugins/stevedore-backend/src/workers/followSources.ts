import { LoggerService } from '@backstage/backend-plugin-api';
import { StevedoreDefinitionsExtensionPoint } from '@stevedore/plugin-stevedore-node';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds: objects that are applied together arrive one after the other, and half of them is no definition. */
const SETTLE_MS = 200;

type Changed = StevedoreDefinitionsExtensionPoint['changed'];

/** Looks at what changed soon after it did: once for a burst, and once more for what changes during the look. */
export function followSources(options: {
  look: (...what: Parameters<Changed>) => Promise<void>;
  logger: Pick<LoggerService, 'warn'>;
  settleMs?: number;
}): { changed: Changed; stop(): Promise<void> } {
  const { look, logger, settleMs = SETTLE_MS } = options;
  const stop = new AbortController();
  const { signal } = stop;
  const waiting = new Set<string>();
  const running = new Set<Promise<void>>();
  const follow = async (key: string, what: Parameters<Changed>) => {
    await pause(settleMs, undefined, { signal }).catch(() => undefined);
    waiting.delete(key);
    if (signal.aborted) return;
    await look(...what).catch(error => {
      // the next look at the whole catalog takes it over
      logger.warn('a changed definition could not be looked at', {
        definition: key,
        error: String(error),
      });
    });
  };
  return {
    changed(...what) {
      const key = what.join(' ');
      if (signal.aborted || waiting.has(key)) return;
      waiting.add(key);
      const run = follow(key, what).finally(() => running.delete(run));
      running.add(run);
    },
    async stop() {
      stop.abort();
      await Promise.all(running);
    },
  };
}
