import { MAX_SOURCE_LENGTH } from '../limits';
import { isDigit, isNamePart, isSpace } from './characters';
import { readBytes, readRaw, readString } from './quoted';
import { Source } from './source';
import { Token } from './token';

const WORD_OPERATORS = new Set([
  'not',
  'in',
  'or',
  'and',
  'matches',
  'contains',
  'startsWith',
  'endsWith',
  'let',
  'if',
  'else',
]);

/**
 * Splits an expression into tokens; the last one is of kind `end`.
 * Rules: the language definition of expr-lang 1.17. Throws `ExpressionError`.
 */
export function tokenize(text: string): Token[] {
  const source = new Source(text);
  if (text.length > MAX_SOURCE_LENGTH) {
    source.fail('expression is too long', 0);
  }
  const tokens: Token[] = [];
  for (;;) {
    skipBlanks(source);
    const at = source.offset;
    if (source.done) {
      // Errors at the end point at the last character, where there is one.
      tokens.push({ kind: 'end', text: '', at: Math.max(0, at - 1) });
      return tokens;
    }
    tokens.push(readToken(source, at));
  }
}

function skipBlanks(source: Source): void {
  for (;;) {
    source.takeWhile(isSpace);
    if (source.text.startsWith('//', source.offset)) {
      source.takeWhile(character => character !== '\n');
    } else if (source.text.startsWith('/*', source.offset)) {
      const end = source.text.indexOf('*/', source.offset + 2);
      if (end < 0) {
        source.fail('unclosed comment');
      }
      source.offset = end + 2;
    } else {
      return;
    }
  }
}

function readToken(source: Source, at: number): Token {
  const character = source.peek();
  const following = source.text[at + 1] ?? '';
  if (isDigit(character) || (character === '.' && isDigit(following))) {
    return { kind: 'number', text: readNumber(source), at };
  }
  if (
    (character === 'b' || character === 'B') &&
    (following === '"' || following === "'")
  ) {
    source.offset += 2;
    return {
      kind: 'bytes',
      bytes: readBytes(source, following),
      text: source.text.slice(at, source.offset),
      at,
    };
  }
  if (isNamePart(character)) {
    const text = source.takeWhile(isNamePart);
    return {
      kind: WORD_OPERATORS.has(text) ? 'operator' : 'identifier',
      text,
      at,
    };
  }
  source.next();
  switch (character) {
    case '"':
    case "'":
      return { kind: 'string', text: readString(source, character), at };
    case '`':
      return { kind: 'string', text: readRaw(source), at };
    default:
      return readSymbol(source, at, character);
  }
}

function readSymbol(source: Source, at: number, character: string): Token {
  if ('()[]{}'.includes(character)) {
    return { kind: 'bracket', text: character, at };
  }
  const second: Record<string, string> = {
    '?': '.?',
    '|': '|',
    ':': ':',
    '.': '.',
  };
  if (character in second) {
    source.accept(second[character]);
  } else if ('&!=*<>'.includes(character)) {
    source.accept('&=*');
  } else if (!'#,;%+-^/'.includes(character)) {
    const code = character
      .codePointAt(0)!
      .toString(16)
      .toUpperCase()
      .padStart(4, '0');
    source.fail(`unrecognized character: U+${code}`, at);
  }
  return { kind: 'operator', text: source.text.slice(at, source.offset), at };
}

/** The longest run that looks like a number; the parser judges it. `1..3` is a number, a range and a number. */
function readNumber(source: Source): string {
  const at = source.offset;
  const digits = numberDigits(source);
  source.takeWhile(character => digits.includes(character));
  if (source.peek() === '.' && source.text[source.offset + 1] === '.') {
    return source.text.slice(at, source.offset);
  }
  if (source.accept('.')) {
    source.takeWhile(character => digits.includes(character));
  }
  if (source.accept('eE')) {
    source.accept('+-');
    source.takeWhile(character => digits.includes(character));
  }
  if (isNamePart(source.peek())) {
    source.fail(
      `bad number syntax: "${source.text.slice(at, source.offset + 1)}"`,
    );
  }
  return source.text.slice(at, source.offset);
}

function numberDigits(source: Source): string {
  if (source.accept('0')) {
    if (source.accept('xX')) {
      return '0123456789abcdefABCDEF_';
    }
    if (source.accept('oO')) {
      return '01234567_';
    }
    if (source.accept('bB')) {
      return '01_';
    }
  }
  return '0123456789_';
}
