/**
 * Percent-encoding as Go's net/url does it (RFC 3986 with Go's choices). Texts are "byte strings": one
 * character for each UTF-8 byte, because Go escapes bytes.
 */
export type EncodeMode = 'path' | 'user' | 'host' | 'query' | 'fragment';

const ALWAYS = /[A-Za-z0-9\-_.~]/;
const HOST = /[!$&'()*+,;=:[\]<>"]/;
const KEPT: Record<EncodeMode, RegExp> = {
  path: /[$&+,/:;=@]/,
  user: /[$&+,;=]/,
  host: HOST,
  query: /(?!)/,
  fragment: /[$&+,/:;=?@!()*]/,
};

export const toBytes = (text: string): string =>
  Buffer.from(text, 'utf8').toString('latin1');
export const fromBytes = (bytes: string): string =>
  Buffer.from(bytes, 'latin1').toString('utf8');

function mustEscape(char: string, mode: EncodeMode): boolean {
  return !ALWAYS.test(char) && !KEPT[mode].test(char);
}

export function escapeBytes(bytes: string, mode: EncodeMode): string {
  return [...bytes]
    .map(char => {
      if (!mustEscape(char, mode)) return char;
      return `%${char
        .charCodeAt(0)
        .toString(16)
        .toUpperCase()
        .padStart(2, '0')}`;
    })
    .join('');
}

/** @returns undefined where Go reports an error. */
export function unescapeBytes(
  bytes: string,
  mode: EncodeMode,
): string | undefined {
  let result = '';
  for (let i = 0; i < bytes.length; i += 1) {
    const char = bytes[i];
    if (char === '%') {
      const hex = bytes.slice(i + 1, i + 3);
      if (!/^[0-9a-fA-F]{2}$/.test(hex)) return undefined;
      // in a host only bytes outside ASCII may be escaped, so that it cannot hide a separator
      if (mode === 'host' && parseInt(hex, 16) < 0x80 && hex !== '25')
        return undefined;
      result += String.fromCharCode(parseInt(hex, 16));
      i += 2;
    } else if (char === '+' && mode === 'query') {
      result += ' ';
    } else if (
      mode === 'host' &&
      char.charCodeAt(0) < 0x80 &&
      mustEscape(char, mode)
    ) {
      return undefined;
    } else {
      result += char;
    }
  }
  return result;
}

/** Whether a path as it was written needs no further escaping (Go keeps it then as it is). */
export function isEncoded(bytes: string, mode: 'path' | 'fragment'): boolean {
  return [...bytes].every(
    char => /[!$&'()*+,;=:@[\]%]/.test(char) || !mustEscape(char, mode),
  );
}
