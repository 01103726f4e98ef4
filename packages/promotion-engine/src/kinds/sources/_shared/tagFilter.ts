import { compileRegex } from '../../../model/patterns';

/** Kargo: allowTagsRegexes and ignoreTagsRegexes, RE2 and unanchored. */
export interface TagRules {
  allowTagsRegexes: readonly string[];
  ignoreTagsRegexes: readonly string[];
}

/**
 * A tag fits when nothing ignores it and something allows it, or nothing is said to be allowed.
 * @throws Error whose message quotes the expression that cannot be read.
 */
export function compileTagFilter(rules: TagRules): (tag: string) => boolean {
  const ignored = rules.ignoreTagsRegexes.map(compileRegex);
  const allowed = rules.allowTagsRegexes.map(compileRegex);
  return tag =>
    !ignored.some(matches => matches(tag)) &&
    (allowed.length === 0 || allowed.some(matches => matches(tag)));
}
