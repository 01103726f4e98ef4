import { Events } from '@stevedore/promotion-engine';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds: a controller writes one status after the other. */
const GATHER_MS = 500;

/** Tells open pages what a runner shows differently, once for all that moves together. */
export function followMoves({
  events,
  gatherMs = GATHER_MS,
}: {
  events: Events;
  gatherMs?: number;
}): { moved(project: string): void; stop(): Promise<void> } {
  const stop = new AbortController();
  const { signal } = stop;
  const waiting = new Map<string, Promise<void>>();
  const tell = async (project: string) => {
    await pause(gatherMs, undefined, { signal }).catch(() => undefined);
    waiting.delete(project);
    if (!signal.aborted)
      events.publish({ project, subjects: [`project:${project}`] });
  };
  return {
    moved(project) {
      if (!signal.aborted && !waiting.has(project))
        waiting.set(project, tell(project));
    },
    async stop() {
      stop.abort();
      await Promise.all(waiting.values());
    },
  };
}
