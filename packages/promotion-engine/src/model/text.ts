// surrogates stand for characters above U+FFFF and must come after U+E000 to U+FFFF
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** Order of UTF-8 bytes, which is what Go compares; UTF-16 order differs above U+FFFF. */
export function compareBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Go's strings.ToLower: rune by rune, without the special cases of JavaScript (final sigma, dotted I). */
export function toLowerSimple(text: string): string {
  return [...text].map(rune => [...rune.toLowerCase()][0]).join('');
}

/** Drops what Go's unicode.IsPrint refuses (zero width, control, blanks other than space), then trims. */
export function dropUnprintable(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, '').trim();
}
