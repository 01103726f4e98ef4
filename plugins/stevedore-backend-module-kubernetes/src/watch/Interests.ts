/** Somebody who wants to know when something changes. */
export interface Interest {
  /** A second interest with the same id takes the place of the first. */
  id: string;
  wake(): void;
}

/** Who waits for what. An interest is told once: whoever still cares says so again when it looks. */
export class Interests {
  readonly #byTopic = new Map<string, Map<string, Interest>>();

  add(topics: readonly string[], interest: Interest): void {
    for (const topic of topics) {
      const known = this.#byTopic.get(topic) ?? new Map<string, Interest>();
      known.set(interest.id, interest);
      this.#byTopic.set(topic, known);
    }
  }

  /** Wakes once what is seen differs from now; what changes otherwise wakes nobody. */
  whenDifferent(
    topics: readonly string[],
    { id, wake, sight }: Interest & { sight(): string },
  ): void {
    const before = sight();
    const look = () => {
      if (sight() === before) this.add(topics, { id, wake: look });
      else wake();
    };
    this.add(topics, { id, wake: look });
  }

  tell(topic: string): void {
    const interests = this.#byTopic.get(topic);
    this.#byTopic.delete(topic);
    for (const interest of interests?.values() ?? []) interest.wake();
  }
}
