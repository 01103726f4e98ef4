import type { Budget } from '../limits';

const SHORT: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '"': '\\"',
  '\\': '\\\\',
};

/** Go's `strconv.Quote`: what cannot be printed is escaped, everything else stays. */
export function quoteText(text: string, budget: Budget): string {
  budget.step(text.length);
  return `"${Array.from(text, quoteCharacter).join('')}"`;
}

function quoteCharacter(character: string): string {
  if (character in SHORT) {
    return SHORT[character];
  }
  if (character === ' ' || /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(character)) {
    return character;
  }
  const code = character.codePointAt(0)!;
  // bytes that are no character, see values/text.ts
  const broken = code >= 0xdc80 && code <= 0xdcff;
  if (code < 0x20 || code === 0x7f || broken) {
    return `\\x${hex(broken ? code - 0xdc00 : code, 2)}`;
  }
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

function hex(code: number, width: number): string {
  return code.toString(16).padStart(width, '0');
}
