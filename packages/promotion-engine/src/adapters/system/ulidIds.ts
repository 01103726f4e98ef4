import { randomBytes } from 'node:crypto';
import { monotonicFactory } from 'ulid';
import { Ids } from '../../ports/runtime';

/** ULIDs of one process rise even inside one millisecond, so that names order promotions. */
export function ulidIds(): Ids {
  const next = monotonicFactory();
  return { ulid: () => next(), seed: () => randomBytes(16).toString('hex') };
}
