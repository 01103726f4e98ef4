import { builtinFunctions } from '../functions/builtins';
import { kargoFunctions } from '../functions/kargo';
import { iterations } from '../parser/operators';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What a generated input finds. */
export const randomEnvironment = {
  s: 'some text, é😀',
  n: 5,
  list: [1, 2, 3, 'x', null, { a: 1 }],
  m: { a: 1, b: { a: 'c' } },
  big: 'abc'.repeat(10_000),
};

const pick = <T>(random: Random, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)];

const FUNCTIONS = [...builtinFunctions.keys(), ...kargoFunctions.keys()];
const PREDICATES = [...iterations.keys()];

const ATOMS = [
  ...['0', '1', '-1', '7', '1.5', '9223372036854775807', '0x1F', '1e3', '.5'],
  ...['""', '"a"', '"é😀"', '"a,b,c"', '"1.2.3"', '"2026-05-04"', '"1h"'],
  ...['`raw`', 'b"\\xff"', '"\\ud83d"', '"(a+)+$"', '"[1, {}]"', '"UTC"'],
  ...['true', 'false', 'nil', 'missing', 's', 'n', 'list', 'm', 'big', '$env'],
  ...['[]', '{}', '[1, 2, 3]', '{a: 1, "b": [nil]}', '1..9', '1..999999'],
  ...['now()', 'duration("1h")', 'date("2026-05-04")', 'semverParse("1.2.3")'],
];

const OPERATORS = [
  ...['+', '-', '*', '/', '%', '**', '^', '==', '!=', '<', '>', '<=', '>='],
  ...['and', 'or', '&&', '||', 'in', 'not in', 'contains', 'startsWith'],
  ...['endsWith', 'matches', '..', '??', '|'],
];

const MEMBERS = [
  ...['.a', '?.a', '[0]', '[-1]', '["a"]', '?.[0]', '[1:]', '[:2]', '[1:2]'],
  ...['.Year()', '.Format("2006")', '.Major()', '.String()', '.In(nil)'],
];

/** An expression that the grammar allows, mostly; its parts seldom fit together. */
function grown(random: Random, depth: number): string {
  if (depth <= 0) return pick(random, ATOMS);
  const inner = () => grown(random, depth - 1 - Math.floor(random() * 2));
  const predicate = () => pick(random, ['#', '# > 1', '.a', inner()]);
  switch (Math.floor(random() * 11)) {
    case 0:
      return `(${inner()})`;
    case 1:
      return `${pick(random, ['-', '+', 'not ', '!'])}${inner()}`;
    case 2:
      return `${inner()} ? ${inner()} : ${inner()}`;
    case 3:
      return `${inner()}${pick(random, MEMBERS)}`;
    case 4:
      return `[${inner()}, ${inner()}]`;
    case 5:
      return `let x = ${inner()}; ${inner()}`;
    case 6:
      return `${pick(random, PREDICATES)}(${inner()}, ${predicate()})`;
    case 7:
    case 8:
      return `${pick(random, FUNCTIONS)}(${[inner(), inner(), inner()]
        .slice(0, Math.floor(random() * 4))
        .join(', ')})`;
    default:
      return `${inner()} ${pick(random, OPERATORS)} ${inner()}`;
  }
}

const TOKENS = [
  ...ATOMS,
  ...OPERATORS,
  ...MEMBERS,
  ...FUNCTIONS,
  ...PREDICATES,
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ',',
    ';',
    ':',
    '?',
    '#',
    '.',
    '"',
    "'",
    '`',
  ],
  ...[
    '/*',
    '*/',
    '//',
    '\n',
    '${{',
    '}}',
    '\\',
    '\u0000',
    '\ud800',
    '::',
    'let',
  ],
];

const soup = (random: Random): string =>
  Array.from({ length: 1 + Math.floor(random() * 20) }, () =>
    pick(random, TOKENS),
  ).join(random() < 0.5 ? ' ' : '');

/** One character is lost, doubled, or replaced. */
function damaged(random: Random, text: string): string {
  const at = Math.floor(random() * text.length);
  const put = pick(random, ['', text[at] + text[at], pick(random, TOKENS)]);
  return text.slice(0, at) + put + text.slice(at + 1);
}

const repeated = (random: Random): string =>
  pick(random, TOKENS).repeat(1 + Math.floor(random() * 500));

/** Anything that somebody could write where an expression is expected. */
export function randomInput(random: Random): string {
  const kind = random();
  if (kind < 0.6) return grown(random, 1 + Math.floor(random() * 4));
  if (kind < 0.75) return soup(random);
  if (kind < 0.98) return damaged(random, grown(random, 3));
  return repeated(random);
}
