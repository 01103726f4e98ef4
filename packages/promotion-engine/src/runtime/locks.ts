import { EngineContext } from './context';

/** Ends of the waiting lines of this process, by key. */
const lines = new WeakMap<EngineContext, Map<string, Promise<void>>>();
const CLAIM_MS = 15_000;
const OTHER_REPLICA_POLL_MS = 50;

/** Work on one key, until it is released; releasing it again does nothing. */
export interface Lock {
  key: string;
  release(): Promise<void>;
}

/**
 * What a promotion keeps after it lost a race: the lock of the branch, until the edit is made again on the new head
 * and pushed. So nobody loses twice.
 */
export interface Race {
  lock?: Lock;
}

/** Serialises work on one key: a waiting line inside the process, a claim across replicas. */
export async function acquireLock(
  engine: EngineContext,
  key: string,
): Promise<Lock> {
  const mine = lines.get(engine) ?? new Map<string, Promise<void>>();
  lines.set(engine, mine);
  const before = mine.get(key);
  let leave = () => {};
  const end = new Promise<void>(resolve => {
    leave = resolve;
  });
  mine.set(key, end);
  const leaveLine = () => {
    if (mine.get(key) === end) mine.delete(key);
    leave();
  };
  try {
    await before;
    await claim(engine, key);
  } catch (error) {
    leaveLine();
    throw error;
  }
  let released = false;
  return {
    key,
    async release() {
      if (released) return;
      released = true;
      try {
        await engine.store.release(key, engine.replica);
      } finally {
        leaveLine();
      }
    },
  };
}

async function claim(engine: EngineContext, key: string): Promise<void> {
  while (
    (await engine.store.acquire(key, engine.replica, CLAIM_MS)) === undefined
  ) {
    await new Promise(resolve => setTimeout(resolve, OTHER_REPLICA_POLL_MS));
  }
}
