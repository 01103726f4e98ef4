import { parse, Scalar } from 'yaml';

/** How the value looked that is replaced. */
export type OldStyle = Scalar['type'];

// no space after a colon, no indicator at the front, nothing that a flow collection would end at
const PLAIN =
  /^[\p{L}\p{N}._/\\^$(][\p{L}\p{N}\p{M}._/\\^$()@=~%;:!*&?'"<>|+-]*( [\p{L}\p{N}\p{M}._/\\^$()@=~%;:!*&?'"<>|+-]+)*$/u;

function isText(text: string, version: '1.1' | '1.2'): boolean {
  try {
    return parse(text, { version, logLevel: 'silent' }) === text;
  } catch {
    return false;
  }
}

/** Whether every reader, of YAML 1.1 or 1.2, takes it as this very text without quotes. */
function isPlain(text: string): boolean {
  return (
    PLAIN.test(text) &&
    !/:( |$)/.test(text) &&
    isText(text, '1.2') &&
    isText(text, '1.1')
  );
}

function doubleQuoted(text: string): string {
  // JSON leaves some characters as they are that YAML does not count as printable
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    char => {
      return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
    },
  );
}

function stringText(text: string, old: OldStyle): string {
  if (old === 'QUOTE_DOUBLE') return doubleQuoted(text);
  if (old === 'QUOTE_SINGLE' && /^[\p{L}\p{N}\p{M}\p{P}\p{S} ]*$/u.test(text))
    return `'${text.replace(/'/g, "''")}'`;
  return isPlain(text) ? text : doubleQuoted(text);
}

/**
 * Texts that Kargo's users write for what they stand for in YAML, as they have no other way there: `~` for null, whose
 * own text would be `<nil>`, and a text in single quotes, which are to be in the file.
 */
export function meantValue(value: unknown): unknown {
  if (typeof value !== 'string') return value ?? null;
  if (/^(~|Null|NULL)$/.test(value)) return null;
  const quoted = /^'((?:[^'\r\n]|'')*)'$/.exec(value);
  return quoted ? quoted[1].replace(/''/g, "'") : value;
}

function flowText(value: object): string {
  if (Array.isArray(value))
    return `[${value.map(item => scalarText(item, undefined)).join(', ')}]`;
  const entries = Object.entries(value).map(
    ([key, item]) =>
      `${stringText(key, undefined)}: ${scalarText(item, undefined)}`,
  );
  return `{${entries.join(', ')}}`;
}

/**
 * A value as YAML on one line. A text stays a text, a number a number; quotes are kept where they were and
 * added where a reader would take the text for something else.
 */
export function scalarText(value: unknown, old: OldStyle): string {
  if (typeof value === 'string') return stringText(value, old);
  if (typeof value === 'object' && value !== null) return flowText(value);
  return String(value ?? null);
}
