import { Queue, WorkKey } from '../../ports/runtime';

/** A queue that a test drives: `settle` works until nothing is due at once. */
export class DrivenQueue implements Queue {
  readonly #keys = new Map<string, WorkKey>();
  #handle: Parameters<Queue['start']>[0] = async () => undefined;

  async enqueue(key: WorkKey, afterMs = 0): Promise<void> {
    if (afterMs === 0) this.#keys.set(JSON.stringify(key), key);
  }

  async start(handle: Parameters<Queue['start']>[0]): Promise<void> {
    this.#handle = handle;
  }

  async stop(): Promise<void> {
    this.#keys.clear();
  }

  async settle(): Promise<void> {
    while (this.#keys.size > 0) {
      const batch = [...this.#keys.values()];
      this.#keys.clear();
      await Promise.all(
        batch.map(async key => {
          const again = await this.#handle(key);
          if (again?.againMs !== undefined && again.againMs <= 200)
            this.#keys.set(JSON.stringify(key), key);
        }),
      );
    }
  }
}
