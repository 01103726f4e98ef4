import { posix } from 'path';

/** One name for a checkout, however its path is written: `./src/` and `src` are one. */
export function checkoutKey(path: string): string {
  return posix.normalize(`./${path}/`).replace(/\/$/, '') || '.';
}
