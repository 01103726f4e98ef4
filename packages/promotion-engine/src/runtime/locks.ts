import { EngineContext } from './context';

/** Ends of the waiting lines of this process, by key. */
const lines = new WeakMap<EngineContext, Map<string, Promise<void>>>();
const CLAIM_MS = 15_000;
const OTHER_REPLICA_POLL_MS = 50;

/** Serialises work on one key: a waiting line inside the process, a claim across replicas. */
export async function withLock<T>(
  engine: EngineContext,
  key: string | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (!key) return work();
  const mine = lines.get(engine) ?? new Map<string, Promise<void>>();
  lines.set(engine, mine);
  const before = mine.get(key) ?? Promise.resolve();
  const turn = before.then(() => claimed(engine, key, work));
  const end = turn.then(
    () => undefined,
    () => undefined,
  );
  mine.set(key, end);
  try {
    return await turn;
  } finally {
    if (mine.get(key) === end) mine.delete(key);
  }
}

async function claimed<T>(
  engine: EngineContext,
  key: string,
  work: () => Promise<T>,
): Promise<T> {
  while (
    (await engine.store.acquire(key, engine.replica, CLAIM_MS)) === undefined
  ) {
    await new Promise(resolve => setTimeout(resolve, OTHER_REPLICA_POLL_MS));
  }
  try {
    return await work();
  } finally {
    await engine.store.release(key, engine.replica);
  }
}
