import { CharMatcher, GlobReader } from './parts';

interface Range {
  from: string;
  to: string;
}

/** The next character of a class, without the `\` that may protect it. */
function readMember(reader: GlobReader): string {
  if (reader.chars[reader.at] === '\\') reader.at += 1;
  if (reader.at >= reader.chars.length)
    throw new Error('a "[" is never closed');
  reader.at += 1;
  return reader.chars[reader.at - 1];
}

function readRange(reader: GlobReader): Range {
  const from = readMember(reader);
  const after = reader.chars[reader.at + 1];
  if (reader.chars[reader.at] !== '-' || after === undefined || after === ']') {
    return { from, to: from };
  }
  reader.at += 1;
  return { from, to: readMember(reader) };
}

const codeOf = (char: string): number => char.codePointAt(0)!;

/**
 * A class such as `[a-z]`, `[!a]` or `[^a]`; it is never empty, and it may fit a `/`, as in doublestar.
 * @throws Error for a class that is empty or not closed.
 */
export function readClass(reader: GlobReader): CharMatcher {
  reader.at += 1;
  const negated = /[!^]/.test(reader.chars[reader.at] ?? '');
  if (negated) reader.at += 1;
  if (reader.chars[reader.at] === ']') throw new Error('a "[]" is empty');
  const ranges: Range[] = [];
  while (reader.chars[reader.at] !== ']') ranges.push(readRange(reader));
  reader.at += 1;
  return char =>
    negated !==
    ranges.some(
      ({ from, to }) =>
        codeOf(from) <= codeOf(char) && codeOf(char) <= codeOf(to),
    );
}
