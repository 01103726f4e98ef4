import ignore from 'ignore';
import { Found } from './walk';

/** Says what patterns in the words of `.gitignore`, one a line, leave out. */
export function ignoreRules(rules = ''): (found: Found) => boolean {
  const patterns = ignore().add(rules);
  return ({ path, kind }) =>
    patterns.ignores(kind === 'directory' ? `${path}/` : path);
}
