import { Clock, Queue, WorkKey } from '@stevedore/promotion-engine';
import { keyText } from './keyText';
import { describeError, QueueLogger } from './QueueLogger';

export interface InProcessQueueOptions {
  clock: Clock;
  logger: QueueLogger;
  /** How many keys are worked on at once. */
  concurrency?: number;
  /** Milliseconds before the first repeat after an error; each further one waits twice as long. */
  firstRetryMs?: number;
  maxRetryMs?: number;
  /** 0 to 1; spreads repeats, so that what failed together does not come back together. */
  random?: () => number;
}

interface Waiting {
  key: WorkKey;
  dueAt: number;
  timer?: ReturnType<typeof setTimeout>;
}

/** The longest that a timer of Node waits. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** The queue of a single replica. It remembers nothing: what is to be done is in the tables, and is found at start. */
export class InProcessQueue implements Queue {
  readonly #options: Required<InProcessQueueOptions>;
  readonly #waiting = new Map<string, Waiting>();
  /** Due, first come first served. */
  readonly #ready = new Map<string, WorkKey>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #failures = new Map<string, number>();
  #handle?: Parameters<Queue['start']>[0];
  #stopped = false;

  constructor(options: InProcessQueueOptions) {
    this.#options = {
      concurrency: 8,
      firstRetryMs: 1000,
      maxRetryMs: 300_000,
      random: Math.random,
      ...options,
    };
  }

  async enqueue(key: WorkKey, afterMs = 0): Promise<void> {
    const id = keyText(key);
    if (this.#stopped || this.#ready.has(id)) return;
    const dueAt = this.#options.clock.now() + afterMs;
    const before = this.#waiting.get(id);
    if (before && before.dueAt <= dueAt) return;
    clearTimeout(before?.timer);
    this.#waiting.set(id, { key, dueAt });
    this.#wait(id);
  }

  async start(handle: Parameters<Queue['start']>[0]): Promise<void> {
    this.#handle = handle;
    this.#work();
  }

  /** Waits for what is being worked on; what waits is forgotten. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    this.#ready.clear();
    await Promise.all(this.#running.values());
  }

  #wait(id: string): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    const left = waiting.dueAt - this.#options.clock.now();
    if (left > 0) {
      waiting.timer = setTimeout(
        () => this.#wait(id),
        Math.min(left, MAX_TIMER_MS),
      );
      return;
    }
    this.#waiting.delete(id);
    this.#ready.set(id, waiting.key);
    this.#work();
  }

  #work(): void {
    if (!this.#handle) return;
    for (const [id, key] of this.#ready) {
      if (this.#running.size >= this.#options.concurrency) return;
      // one at a time per key; it is looked at again when this run is over
      if (this.#running.has(id)) continue;
      this.#ready.delete(id);
      this.#running.set(id, this.#run(id, key, this.#handle));
    }
  }

  async #run(
    id: string,
    key: WorkKey,
    handle: Parameters<Queue['start']>[0],
  ): Promise<void> {
    let againMs: number | undefined;
    try {
      // in a turn of its own, so that the run is on the list before it ends
      await Promise.resolve();
      againMs = (await handle(key))?.againMs;
      this.#failures.delete(id);
    } catch (error) {
      againMs = this.#retryMs(id);
      this.#options.logger.warn(
        `${id} failed and is tried again in ${Math.ceil(
          againMs / 1000,
        )} s: ${describeError(error)}`,
      );
    }
    this.#running.delete(id);
    if (againMs !== undefined) await this.enqueue(key, againMs);
    this.#work();
  }

  #retryMs(id: string): number {
    const { firstRetryMs, maxRetryMs, random } = this.#options;
    const failures = this.#failures.get(id) ?? 0;
    this.#failures.set(id, failures + 1);
    const full = Math.min(
      maxRetryMs,
      firstRetryMs * 2 ** Math.min(failures, 30),
    );
    return full / 2 + (full / 2) * random();
  }
}
