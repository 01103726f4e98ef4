import { Clock } from '../ports/runtime';
import { LookOptions, Sightings } from '../registry/source';

const SIGHTINGS = 100_000;
const DERIVED = 10_000;
/** What is this close to its end is looked at again, so that warehouses of one remote come to share a moment. */
const NEARLY = 0.9;

interface Sighting {
  value: Promise<unknown>;
  /** Milliseconds since 1970, when the look began. */
  at: number;
  /** Looks of this process are counted: two can begin in the same millisecond. */
  turn: number;
  basis?: string;
  /** How many looks there were. */
  looks: number;
}

/** How one poll of a warehouse looks. */
export interface Poll {
  intervalMs: number;
  /** A refresh: nothing that was seen before counts. */
  forced: boolean;
}

/** What the sources of one poll saw. */
export interface PollSightings extends Sightings {
  /** Milliseconds from now until the first thing it rests on is due again, at most the interval. */
  dueMs(): number;
}

/**
 * One watcher for each distinct remote of this replica, however many warehouses subscribe to it: they share what was
 * seen. All of it may be lost and seen again.
 */
export class SharedSightings {
  readonly #clock: Clock;
  readonly #seen = new Map<string, Sighting>();
  #turn = 0;
  readonly #derived = new Map<string, Promise<unknown>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  forPoll(poll: Poll): PollSightings {
    const began = this.#turn;
    let oldest = this.#clock.now();
    return {
      look: async <T>(
        key: string,
        see: () => Promise<T>,
        { polls = 1, basis }: LookOptions = {},
      ): Promise<T> => {
        const sighting = this.#look(key, see, {
          isGood: known =>
            isGood(known, {
              key,
              polls,
              poll,
              began,
              now: this.#clock.now(),
            }) && (basis ?? known.basis) === known.basis,
          basis,
        });
        const value = (await sighting.value) as T;
        if (polls === 1) oldest = Math.min(oldest, sighting.at);
        return value;
      },
      derive: (key, make) => this.#derive(key, make),
      dueMs: () => Math.max(0, oldest + poll.intervalMs - this.#clock.now()),
    };
  }

  #look(
    key: string,
    see: () => Promise<unknown>,
    wanted: { isGood(known: Sighting): boolean; basis?: string },
  ): Sighting {
    const known = this.#seen.get(key);
    if (known && wanted.isGood(known)) {
      touch(this.#seen, key, known);
      return known;
    }
    this.#turn += 1;
    const made: Sighting = {
      value: see(),
      at: this.#clock.now(),
      turn: this.#turn,
      basis: wanted.basis ?? known?.basis,
      looks: (known?.looks ?? 0) + 1,
    };
    touch(this.#seen, key, made);
    trim(this.#seen, SIGHTINGS);
    const forget = () => {
      if (this.#seen.get(key) === made) this.#seen.delete(key);
    };
    made.value.then(value => value === undefined && forget(), forget);
    return made;
  }

  #derive<T>(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#derived.get(key) as Promise<T> | undefined;
    const value = known ?? make();
    touch(this.#derived, key, value);
    trim(this.#derived, DERIVED);
    if (!known) value.catch(() => this.#derived.delete(key));
    return value;
  }
}

interface Wanted {
  key: string;
  polls: number;
  poll: Poll;
  /** The last turn before the poll began. */
  began: number;
  now: number;
}

function isGood(known: Sighting, wanted: Wanted): boolean {
  const { key, polls, poll, began, now } = wanted;
  if (poll.forced) return known.turn > began;
  // what stays good for long ends at different times, or everything would be looked at again at once
  const spread = polls > 1 && known.looks === 1 ? fraction(key) : 1;
  return now - known.at < poll.intervalMs * polls * spread * NEARLY;
}

/** Above 0, at most 1, and the same for the same text (FNV-1a, with the last mixing of MurmurHash3). */
function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (((hash ^ (hash >>> 16)) >>> 0) + 1) / 2 ** 32;
}

/** Puts an entry last. */
function touch<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
}

/** Drops the entry that was not used for longest. */
function trim(map: Map<string, unknown>, capacity: number): void {
  if (map.size > capacity) map.delete(map.keys().next().value!);
}
