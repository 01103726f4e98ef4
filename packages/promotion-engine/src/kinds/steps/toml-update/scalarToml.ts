import { plainNumber } from '../_shared/plainNumber';

/** How a text was quoted before; a value of another kind was not. */
export type Quotes = 'single' | 'double' | undefined;

/** A whole number stays one; one that TOML cannot hold as an integer is a float. */
function numberToml(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const written = plainNumber(value);
  return written.includes('.') ? written : `${written}.0`;
}

function textToml(text: string, quotes: Quotes): string {
  // eslint-disable-next-line no-control-regex
  const isLiteral = !/['\x00-\x1f\x7f]/.test(text);
  return isLiteral && quotes !== 'double' ? `'${text}'` : JSON.stringify(text);
}

/**
 * A text, a number or a truth value as TOML on one line; quotes stay as they were where the text can stand in them.
 * @throws Error for anything else
 */
export function scalarToml(value: unknown, quotes: Quotes): string {
  switch (typeof value) {
    case 'string':
      return textToml(value, quotes);
    case 'number':
      return numberToml(value);
    case 'boolean':
      return String(value);
    default:
      throw new Error(
        'the value is no text, number, true or false; nothing else can be written',
      );
  }
}
