import { parseFloat64 } from './floats';
import { parseTime } from './time/parseTime';
import { UTC } from './time/zone';

/** How a string is written; `key` forbids several lines. `indent` is where the lines of a literal block stand. */
export function yamlString(
  text: string,
  { indent, key }: { indent: number; key: boolean },
): string {
  const found = analyse(text);
  if (text.includes('\n')) {
    return key || !found.literal
      ? doubleQuoted(text)
      : literalBlock(text, indent);
  }
  if (!isPlainString(text)) {
    return doubleQuoted(text);
  }
  if (found.plain) {
    return text;
  }
  return found.singleQuoted
    ? `'${text.replace(/'/g, "''")}'`
    : doubleQuoted(text);
}

const WORDS =
  /^(|~|null|Null|NULL|true|True|TRUE|false|False|FALSE|<<|\.nan|\.NaN|\.NAN|[+-]?\.(inf|Inf|INF))$/;
/** Booleans of YAML 1.1: nobody reads them as such any more, but older parsers do. */
const OLD_BOOLEANS = /^(y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF)$/;
const SEXAGESIMAL = /^[-+]?\d[\d_]*(:[0-5]?\d)+(\.[\d_]*)?$/;
const TIMESTAMPS = [
  '2006-1-2T15:4:5.999999999Z07:00',
  '2006-1-2t15:4:5.999999999Z07:00',
  '2006-1-2 15:4:5.999999999',
  '2006-1-2',
];

/** Whether a parser that sees the text without quotes reads a string. */
function isPlainString(text: string): boolean {
  if (WORDS.test(text) || OLD_BOOLEANS.test(text) || SEXAGESIMAL.test(text)) {
    return false;
  }
  if (text.startsWith('.')) {
    return parseFloat64(text) === undefined;
  }
  return (
    !/^[-+\d]/.test(text) ||
    !(isNumber(text.replace(/_/g, '')) || isTimestamp(text))
  );
}

function isNumber(digits: string): boolean {
  return (
    /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/.test(digits) ||
    /^[-+]?0([xX][\da-fA-F]+|[oO][0-7]+|[bB][01]+)$/.test(digits)
  );
}

function isTimestamp(text: string): boolean {
  return (
    /^\d{4}-/.test(text) &&
    TIMESTAMPS.some(layout => parseTime(text, layout, UTC) !== undefined)
  );
}

/** Which styles can carry the text: what go-yaml's emitter finds out about a scalar. */
function analyse(text: string): {
  plain: boolean;
  singleQuoted: boolean;
  literal: boolean;
} {
  const special = [...text].some(
    character => character !== '\t' && !isPrintable(character),
  );
  const tab = text.includes('\t');
  const breakSpace = /[\n\r\u0085\u2028\u2029] /.test(text);
  const spaceBreak = / [\n\r\u0085\u2028\u2029]/.test(text);
  const edges = /^[ \n\r\u0085\u2028\u2029]|[ \n\r\u0085\u2028\u2029]$/.test(
    text,
  );
  const breaks = /[\n\r\u0085\u2028\u2029]/.test(text);
  const indicators =
    /^(---|\.\.\.)|^[#,[\]{}&*!|>'"%@`]|^[?:-](?=[ \t]|$)|:(?=[ \t]|$)|(?<=[ \t\n\r\u0085\u2028\u2029])#/.test(
      text,
    );
  const quotable = !breakSpace && !spaceBreak && !tab && !special;
  return {
    plain: quotable && !edges && !breaks && !indicators,
    singleQuoted: quotable,
    literal: !text.endsWith(' ') && !spaceBreak && !special && text !== '',
  };
}

/** go-yaml takes characters beyond U+FFFF for unprintable. */
function isPrintable(character: string): boolean {
  return /^[\n\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]$/.test(
    character,
  );
}

function literalBlock(text: string, indent: number): string {
  const hint = /^[ \n\r\u0085\u2028\u2029]/.test(text) ? '4' : '';
  const ended = text.endsWith('\n');
  const lines = (ended ? text.slice(0, -1) : text)
    .split('\n')
    .map(line => (line === '' ? '' : `${' '.repeat(indent)}${line}`));
  return `|${hint}${ended ? keep(text) : '-'}\n${lines.join('\n')}`;
}

/** Several line breaks at the end would be taken for one. */
function keep(text: string): string {
  return /(^|\n)\n$/.test(text) ? '+' : '';
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\0': '0',
  '\x07': 'a',
  '\b': 'b',
  '\t': 't',
  '\n': 'n',
  '\v': 'v',
  '\f': 'f',
  '\r': 'r',
  '\x1b': 'e',
  '"': '"',
  '\\': '\\',
  '\u0085': 'N',
  '\u2028': 'L',
  '\u2029': 'P',
};

function doubleQuoted(text: string): string {
  return `"${Array.from(text, escaped).join('')}"`;
}

function escaped(character: string): string {
  if (character in ESCAPES) {
    return `\\${ESCAPES[character]}`;
  }
  if (isPrintable(character)) {
    return character;
  }
  const hex = character.codePointAt(0)!.toString(16).toUpperCase();
  const [mark, width] = HEX_ESCAPES.find(([, digits]) => hex.length <= digits)!;
  return `\\${mark}${hex.padStart(width, '0')}`;
}

const HEX_ESCAPES: readonly [string, number][] = [
  ['x', 2],
  ['u', 4],
  ['U', 8],
];
