import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The directory of the repository. */
export const ROOT = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);

/** An absolute path below the repository. */
export function fromRoot(...parts) {
  return path.join(ROOT, ...parts);
}
