const QUANTIFIER = /^\{(\d+)(,(\d*))?\}/;

/**
 * How many states a pattern has about, once its repetitions are written out: `(a{30}){30}` has 900. Nothing is
 * judged here; what is no pattern has some size, too.
 */
export function patternSize(pattern: string): number {
  const outer: number[] = [];
  let size = 0;
  let last = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    const repeated = repetitions(pattern, at);
    if (repeated) {
      size += last * (repeated.count - 1);
      last *= repeated.count;
      at += repeated.length - 1;
    } else if (pattern[at] === '(') {
      outer.push(size);
      size = 0;
    } else if (pattern[at] === ')') {
      last = size + 1;
      size = (outer.pop() ?? 0) + last;
    } else {
      last = 1;
      size += 1;
      if (pattern[at] === '\\') {
        at += 1;
      }
    }
  }
  return outer.reduce((sum, part) => sum + part, size);
}

function repetitions(
  pattern: string,
  at: number,
): { count: number; length: number } | undefined {
  if (pattern[at] !== '{') {
    return undefined;
  }
  const match = QUANTIFIER.exec(pattern.slice(at, at + 20));
  const count = match && Math.max(1, Number(match[1]), Number(match[3] || 0));
  return match && count ? { count, length: match[0].length } : undefined;
}
