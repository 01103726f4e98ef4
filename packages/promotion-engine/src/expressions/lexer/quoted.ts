import { encodeText } from '../values/text';
import { Source } from './source';

const SIMPLE: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};

/** Reads a quoted string from after its opening quote to after its closing one. */
export function readString(source: Source, quote: string): string {
  let value = '';
  readQuoted(source, quote, piece => {
    value += typeof piece === 'string' ? piece : fromCode(piece.code);
  });
  return value;
}

/** Reads a `b"…"` literal: the same escapes, but `\x` and octal ones are bytes and there is no `\u`. */
export function readBytes(source: Source, quote: string): Uint8Array {
  const start = source.offset;
  const bytes: number[] = [];
  readQuoted(source, quote, piece => {
    if (typeof piece === 'string') {
      bytes.push(...encodeText(piece));
    } else if (piece.escape === 'byte') {
      bytes.push(piece.code);
    } else {
      source.fail('a bytes literal has no unicode escapes', start);
    }
  });
  return Uint8Array.from(bytes);
}

/** Between backticks everything stands for itself; two backticks are one. */
export function readRaw(source: Source): string {
  const start = source.offset - 1;
  let value = '';
  for (;;) {
    if (source.done) {
      source.fail('literal not terminated', start);
    }
    const character = source.next();
    if (character !== '`') {
      value += character;
    } else if (source.accept('`')) {
      value += '`';
    } else {
      return value;
    }
  }
}

interface Escaped {
  readonly code: number;
  readonly escape: 'byte' | 'unicode';
}

function readQuoted(
  source: Source,
  quote: string,
  emit: (piece: string | Escaped) => void,
): void {
  const start = source.offset - 1;
  for (;;) {
    const character = source.next();
    if (character === quote) {
      return;
    }
    if (character === '' || character === '\n') {
      source.fail('literal not terminated', start);
    }
    // expr-lang takes a carriage return for a line break
    emit(
      character === '\\'
        ? readEscape(source, quote)
        : character.replace('\r', '\n'),
    );
  }
}

function readEscape(source: Source, quote: string): string | Escaped {
  const at = source.offset - 1;
  const character = source.next();
  if (character === quote || character in SIMPLE) {
    return character === quote ? quote : SIMPLE[character];
  }
  if (character >= '0' && character <= '7') {
    source.offset -= 1;
    const code = parseInt(digits(source, /[0-7]/, 3), 8);
    return code <= 0xff
      ? { code, escape: 'byte' }
      : source.fail('unable to unescape string', at);
  }
  switch (character) {
    case 'x':
      return {
        code: parseInt(digits(source, /[0-9a-fA-F]/, 2), 16),
        escape: 'byte',
      };
    case 'u':
      return {
        code: source.accept('{')
          ? braced(source)
          : parseInt(digits(source, /[0-9a-fA-F]/, 4), 16),
        escape: 'unicode',
      };
    case 'U':
      return {
        code: parseInt(digits(source, /[0-9a-fA-F]/, 8), 16),
        escape: 'unicode',
      };
    default:
      return source.fail('invalid char escape', at);
  }
}

function digits(source: Source, allowed: RegExp, count: number): string {
  let text = '';
  while (text.length < count) {
    const character = source.next();
    if (!allowed.test(character)) {
      source.fail('invalid char escape');
    }
    text += character;
  }
  return text;
}

/** `\u{1F600}`: one to six digits. */
function braced(source: Source): number {
  const text = source.takeWhile(character => /[0-9a-fA-F]/.test(character));
  if (text === '' || text.length > 6 || !source.accept('}')) {
    source.fail('invalid char escape');
  }
  return parseInt(text, 16);
}

/** As in Go, a surrogate or a number beyond Unicode becomes U+FFFD, so `"\ud83d\ude00"` is two of them. */
function fromCode(code: number): string {
  const valid = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? String.fromCodePoint(code) : '\ufffd';
}
