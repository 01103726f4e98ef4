import type { Budget } from '../limits';
import { nilSlice, withElement } from '../values/shape';
import type { Value } from '../values/value';

/** Go's `strings.SplitN` and `SplitAfterN`: a negative count is all parts, zero is a nil slice. */
export function splitText(
  [text, separator]: readonly string[],
  {
    keepSeparator,
    count,
    budget,
  }: { keepSeparator: boolean; count: number; budget: Budget },
): readonly Value[] {
  if (count === 0) {
    return nilSlice('string');
  }
  if (separator === '') {
    budget.step(text.length);
  }
  const parts = separator === '' ? [...text] : text.split(separator);
  budget.grow(parts.length);
  const limited =
    count < 0 || parts.length <= count
      ? parts
      : joinRest(parts, count, separator);
  const after = keepSeparator
    ? limited.map((part, index) =>
        index < limited.length - 1 ? part + separator : part,
      )
    : limited;
  return withElement(after, 'string');
}

/** Go's `strings.Replace`: a negative count is all; an empty `from` stands between all characters. */
export function replaceText(
  [text, from, to]: readonly string[],
  count: number,
  budget: Budget,
): string {
  const limit = count < 0 ? Infinity : count;
  if (limit === 0 || from === to) {
    return text;
  }
  if (from === '') {
    budget.step(text.length);
  }
  const parts = from === '' ? ['', ...text, ''] : text.split(from);
  // in an empty string the empty string is found once
  const pieces = from === '' && text === '' ? ['', ''] : parts;
  const replaced = Math.min(pieces.length - 1, limit);
  budget.text(text.length + replaced * Math.max(0, to.length - from.length));
  const head = pieces.slice(0, replaced + 1).join(to);
  const tail = pieces.slice(replaced + 1);
  return tail.length === 0 ? head : `${head}${from}${tail.join(from)}`;
}

function joinRest(
  parts: readonly string[],
  count: number,
  separator: string,
): string[] {
  return [...parts.slice(0, count - 1), parts.slice(count - 1).join(separator)];
}
