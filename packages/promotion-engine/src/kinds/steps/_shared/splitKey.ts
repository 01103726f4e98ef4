/**
 * The parts of a key: dots separate, `\.` and `\:` stand for themselves, and a colon before a part is dropped
 * (Kargo: sjson.SplitKey).
 * @throws Error for an empty part or another escape.
 */
export function splitKey(key: string): string[] {
  const text = key.trim();
  const parts: string[] = [];
  let part = '';
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const char = text[at];
    if (char === undefined || char === '.') {
      if (part === '') throw new Error(`the key "${key}" has an empty part`);
      parts.push(part);
      part = '';
      start = at + 1;
    } else if (char === '\\') {
      at += 1;
      if (text[at] !== '.' && text[at] !== ':')
        throw new Error(
          `the key "${key}" has a backslash that is not before a dot or a colon`,
        );
      part += text[at];
    } else if (char !== ':' || at !== start) {
      part += char;
    }
  }
  return parts;
}
