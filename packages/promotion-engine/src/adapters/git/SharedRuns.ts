/**
 * Questions whose answer must not be older than the asking. Callers share a run that has not started yet; one that is
 * under way may have looked before they called, so they wait for the next.
 */
export class SharedRuns<T> {
  private readonly last = new Map<string, Promise<unknown>>();
  private readonly joinable = new Map<string, Promise<T>>();

  /**
   * @param key - runs of one key come one after the other
   * @param how - who calls while it prepares still joins; who calls when it looks comes too late
   */
  run<P>(
    key: string,
    how: { prepare: () => Promise<P>; look: (prepared: P) => Promise<T> },
  ): Promise<T> {
    const waiting = this.joinable.get(key);
    if (waiting) return waiting;
    const run = this.runAfter(this.last.get(key), key, how);
    this.joinable.set(key, run);
    const settled = run.then(
      () => {},
      () => {},
    );
    this.last.set(key, settled);
    settled.then(() => {
      if (this.last.get(key) === settled) this.last.delete(key);
    });
    return run;
  }

  private async runAfter<P>(
    previous: Promise<unknown> | undefined,
    key: string,
    how: { prepare: () => Promise<P>; look: (prepared: P) => Promise<T> },
  ): Promise<T> {
    await previous;
    let prepared: P;
    try {
      prepared = await how.prepare();
    } finally {
      this.joinable.delete(key);
    }
    return how.look(prepared);
  }
}
