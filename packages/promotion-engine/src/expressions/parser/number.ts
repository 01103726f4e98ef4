import type { Literal } from '../ast';
import type { Token } from '../lexer/token';
import type { Cursor } from './cursor';

const MAX_DIGITS = 1000;
const MAX_INT = 2n ** 63n - 1n;

/** Decides what a number token is: an int of 64 bits or a float. Underscores only separate. */
export function parseNumber(cursor: Cursor, token: Token): Literal {
  const digits = token.text.replace(/_/g, '');
  const value =
    /^0x/i.test(digits) || !/[.e]/i.test(digits)
      ? parseInteger(digits)
      : parseFloatLiteral(digits);
  if (value === undefined) {
    cursor.fail(`invalid number ${token.text}`, token.at);
  }
  return { kind: 'literal', value, at: token.at };
}

/** `undefined` where it is no integer or does not fit: `-9223372036854775808` is too large before it is negated. */
function parseInteger(digits: string): bigint | undefined {
  if (digits.length > MAX_DIGITS) {
    return undefined;
  }
  if (!/^(\d+|0x[\da-f]+|0o[0-7]+|0b[01]+)$/i.test(digits)) {
    return undefined;
  }
  const value = BigInt(digits.toLowerCase());
  return value > MAX_INT ? undefined : value;
}

function parseFloatLiteral(digits: string): number | undefined {
  const value = /^(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(digits)
    ? Number(digits)
    : NaN;
  return Number.isFinite(value) ? value : undefined;
}
