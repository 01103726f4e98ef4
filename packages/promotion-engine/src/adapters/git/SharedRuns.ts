interface Run<T> {
  answer: Promise<T>;
  /** How many wait for the answer. */
  waiting: number;
  /** Ends it when nobody does any more. */
  end: AbortController;
}

/** Who calls while it prepares still joins; who calls when it looks comes too late. */
interface Look<T, P> {
  prepare: () => Promise<P>;
  look: (prepared: P, signal: AbortSignal) => Promise<T>;
}

/**
 * Questions whose answer must not be older than the asking. Callers share a run that has not started yet; one that is
 * under way may have looked before they called, so they wait for the next.
 */
export class SharedRuns<T> {
  private readonly last = new Map<string, Promise<unknown>>();
  private readonly joinable = new Map<string, Run<T>>();

  /**
   * @param key - runs of one key come one after the other
   * @param signal - ends the waiting of this caller; the run ends when nobody waits for it
   * @throws the signal's reason
   */
  run<P>(key: string, how: Look<T, P>, signal?: AbortSignal): Promise<T> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const run = this.joinable.get(key) ?? this.begin(key, how);
    run.waiting += 1;
    if (!signal) return run.answer;
    return new Promise((resolve, reject) => {
      const leave = () => {
        run.waiting -= 1;
        if (run.waiting === 0) this.abandon(key, run);
        reject(signal.reason);
      };
      signal.addEventListener('abort', leave);
      run.answer
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', leave));
    });
  }

  private begin<P>(key: string, how: Look<T, P>): Run<T> {
    const end = new AbortController();
    const run: Run<T> = {
      waiting: 0,
      end,
      answer: this.runAfter(this.last.get(key), how, {
        signal: end.signal,
        closed: () => this.close(key, run),
      }),
    };
    this.joinable.set(key, run);
    const settled = run.answer.then(
      () => {},
      () => {},
    );
    this.last.set(key, settled);
    settled.then(() => {
      if (this.last.get(key) === settled) this.last.delete(key);
    });
    return run;
  }

  private abandon(key: string, run: Run<T>): void {
    this.close(key, run);
    run.end.abort();
  }

  /** Nobody joins it from now on. */
  private close(key: string, run: Run<T>): void {
    if (this.joinable.get(key) === run) this.joinable.delete(key);
  }

  private async runAfter<P>(
    previous: Promise<unknown> | undefined,
    { prepare, look }: Look<T, P>,
    { signal, closed }: { signal: AbortSignal; closed: () => void },
  ): Promise<T> {
    await previous;
    let prepared: P;
    try {
      signal.throwIfAborted();
      prepared = await prepare();
    } finally {
      closed();
    }
    signal.throwIfAborted();
    return look(prepared, signal);
  }
}
