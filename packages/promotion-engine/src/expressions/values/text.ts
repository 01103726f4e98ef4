/*
 * Go strings are bytes, JavaScript's are UTF-16. A string here is ordinary text; only a slice through the
 * middle of a character leaves bytes that are none, and each of those is kept as a lone surrogate
 * U+DC80..U+DCFF, so that the bytes can be put together again. They become U+FFFD when a value leaves.
 */

const BROKEN = 0xdc00;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The UTF-8 bytes of a string, broken bytes included. */
export function encodeText(text: string): Uint8Array {
  if (isWellFormed(text)) {
    return encoder.encode(text);
  }
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code >= BROKEN + 0x80 && code <= BROKEN + 0xff) {
      bytes.push(code - BROKEN);
    } else {
      bytes.push(...encoder.encode(character));
    }
  }
  return Uint8Array.from(bytes);
}

/** The string of any bytes: those that are not UTF-8 are kept as broken ones. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    return decodeBroken(bytes);
  }
}

/** A string as it may leave: every broken byte is U+FFFD. */
export function cleanText(text: string): string {
  return isWellFormed(text) ? text : text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Go's `utf8.RuneCountInString`: characters, a broken byte counting as one. */
export function characterCount(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length - 1; i += 1) {
    if (isHigh(text.charCodeAt(i)) && isLow(text.charCodeAt(i + 1))) {
      count -= 1;
    }
  }
  return count;
}

/** Bytes are compared in Go; by code point gives the same order. */
export function compareText(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i += 1) {
    const a = left.charCodeAt(i);
    const b = right.charCodeAt(i);
    if (a !== b) {
      // Surrogates stand for characters above every other UTF-16 unit.
      return rank(a) - rank(b);
    }
  }
  return left.length - right.length;
}

/** Joins two strings; bytes that were torn apart become characters again. */
export function joinText(left: string, right: string): string {
  const joined = left + right;
  return isWellFormed(joined) ? joined : decodeText(encodeText(joined));
}

export function isAscii(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /^[\x00-\x7f]*$/.test(text);
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function decodeBroken(bytes: Uint8Array): string {
  let text = '';
  let start = 0;
  while (start < bytes.length) {
    const length = characterLength(bytes, start);
    text +=
      length > 0
        ? decoder.decode(bytes.subarray(start, start + length))
        : String.fromCharCode(BROKEN + bytes[start]);
    start += Math.max(1, length);
  }
  return text;
}

/** How many bytes form a character at `start`; 0 if none does. */
function characterLength(bytes: Uint8Array, start: number): number {
  for (
    let length = 1;
    length <= 4 && start + length <= bytes.length;
    length += 1
  ) {
    try {
      decoder.decode(bytes.subarray(start, start + length));
      return length;
    } catch {
      // not a whole character yet
    }
  }
  return 0;
}
