import { RE2JS } from 're2js';
import { compileGlob } from './glob';

export { compileGlob } from './glob';

/** Says whether a text fits. */
export type TextMatcher = (text: string) => boolean;

/**
 * A regular expression in RE2's syntax, unanchored: no backtracking, so nobody can stop the portal with one.
 * @throws Error whose message names the expression.
 */
export function compileRegex(source: string): TextMatcher {
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(source);
  } catch (error) {
    throw new Error(
      `The regular expression "${source}" cannot be read: ${
        (error as Error).message
      }.`,
    );
  }
  return text => compiled.matcher(text).find();
}

/**
 * A name: `glob:…`, `regex:…`, `regexp:…`, anything else is meant exactly (Kargo: pattern.ParseNamePattern).
 * @throws Error for a pattern that cannot be read.
 */
export function compileNamePattern(pattern: string): TextMatcher {
  const match = /^(glob|regexp?):(.*)$/s.exec(pattern);
  if (!match) return text => text === pattern;
  return match[1] === 'glob' ? compileGlob(match[2]) : compileRegex(match[2]);
}
