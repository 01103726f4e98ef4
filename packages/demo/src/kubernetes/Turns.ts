import { setTimeout as delay } from 'node:timers/promises';

/** Before what failed is done again. */
const PAUSE_MILLISECONDS = 500;

/** Does what is to be done for one thing one after the other, and once for all the calls that came meanwhile. */
export class Turns {
  private readonly waiting = new Set<string>();
  private readonly running = new Map<string, Promise<void>>();
  private readonly stopped = new AbortController();

  constructor(private readonly work: (key: string) => Promise<void>) {}

  ask(key: string): void {
    if (this.stopped.signal.aborted) return;
    this.waiting.add(key);
    if (!this.running.has(key)) this.running.set(key, this.run(key));
  }

  /** Nothing begins any more; resolves when nothing runs. */
  async stop(): Promise<void> {
    this.stopped.abort();
    await Promise.all(this.running.values());
  }

  private async run(key: string): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted && this.waiting.delete(key)) {
      await this.work(key).catch(async () => {
        this.waiting.add(key);
        await delay(PAUSE_MILLISECONDS, undefined, { signal }).catch(() => {});
      });
    }
    this.running.delete(key);
  }
}
