/** Does what is to be done for one thing one after the other, and once for all the calls that came meanwhile. */
export class Turns {
  private readonly waiting = new Set<string>();
  private readonly running = new Map<string, Promise<void>>();
  private stopped = false;

  constructor(private readonly work: (key: string) => Promise<void>) {}

  ask(key: string): void {
    if (this.stopped) return;
    this.waiting.add(key);
    if (!this.running.has(key)) this.running.set(key, this.run(key));
  }

  /** Nothing begins any more; resolves when nothing runs. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.running.values());
  }

  private async run(key: string): Promise<void> {
    while (!this.stopped && this.waiting.delete(key)) {
      // What fails is asked for again by the next change, as in any controller.
      await this.work(key).catch(() => {});
    }
    this.running.delete(key);
  }
}
