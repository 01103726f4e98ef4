import { setTimeout as sleep } from 'node:timers/promises';

const DEADLINE_MS = 45_000;

/** Waits until the check holds; its last complaint is the failure, and one that is final the first. */
export async function eventually(
  check: () => void | Promise<void>,
  isFinal: (complaint: Error) => boolean = () => false,
) {
  const end = Date.now() + DEADLINE_MS;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > end || isFinal(error as Error)) throw error;
      await sleep(10);
    }
  }
}
