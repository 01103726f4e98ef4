/** Go's `unicode.IsSpace`: not the same set as `\s`, which has U+FEFF and lacks U+0085. */
export function isSpace(character: string): boolean {
  return /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/.test(
    character,
  );
}

export function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

/** What a name is made of: letters and decimal digits of any script, `_` and `$`. */
export function isNamePart(character: string): boolean {
  return /[\p{L}\p{Nd}_$]/u.test(character);
}

export function isName(text: string): boolean {
  return /^[\p{L}_$][\p{L}\p{Nd}_$]*$/u.test(text);
}
