import { compileGlob, compileRegex, TextMatcher } from '../patterns';
import { pathBelow } from './relativePath';

/**
 * One pattern of a Git subscription's `includePaths` or `excludePaths`: `glob:…` (doublestar, whole path),
 * `regex:…` or `regexp:…` (RE2, anywhere in the path), anything else is a file or a directory with all below it.
 * As in Kargo, a path with `..` anywhere in it, even as a part of a name, is below no directory.
 * @throws Error whose message names the pattern.
 */
export function compilePathPattern(pattern: string): TextMatcher {
  const match = /^(glob|regexp?):(.*)$/s.exec(pattern);
  if (match) {
    return match[1] === 'glob' ? compileGlob(match[2]) : compileRegex(match[2]);
  }
  return path => {
    const below = pathBelow(pattern, path);
    return below !== undefined && !below.includes('..');
  };
}
