import { MAX_DEPTH, MAX_NODES, MAX_SOURCE_LENGTH } from '../limits';

const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};

/** What the hostile expressions find: a long text, a wide record, a value nested beyond reason. */
export const hostileEnvironment = {
  text: 'a'.repeat(100_000),
  record: Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [`k${index}`, index]),
  ),
  nested: nested(100_000),
};

const steps = 'evaluation takes too many steps';
const memory = 'memory budget exceeded';
const deep = 'nested too deeply';

/** Expressions made to cost much, each with what its error says. */
export const hostileExpressions: [expression: string, reason: string][] = [
  // steps
  ['all(1..1700, all(1..1700, # > 0))', steps],
  ['map(1..1000, map(1..900, #))', steps],
  ['sort(map(1..100000, -#))', steps],
  ['all(1..10000, not (text contains "ab"))', steps],
  ['map(1..100000, text[1:50000])', steps],
  ['all(1..1000, record == record)', steps],
  ['text matches "(a+)+$"', steps],
  ['map(1..1000, "x" matches ("a{1," + string(#) + "}"))', steps],
  ['map(1..50000, date("2026-05-04"))', steps],
  ['map(1..50000, now().In(timezone("Europe/Zurich")).Format("MST"))', steps],
  ['reduce(1..100000, #acc + text[:100], "")', steps],
  // memory
  ['1..9999999', memory],
  ['1..9223372036854775807', memory],
  ['repeat("abc", 1000000)', memory],
  ['reduce(1..25, #acc + #acc, "aaaaaaaa")', steps],
  // depth
  [`${'('.repeat(MAX_DEPTH)}1`, deep],
  [`${'['.repeat(MAX_DEPTH)}1`, deep],
  [`${'not '.repeat(MAX_DEPTH)}true`, deep],
  [`1${' + 1'.repeat(2000)}`, deep],
  ['toJSON(nested)', deep],
  ['string(nested)', deep],
  ['asYAML(nested)', deep],
  ['flatten(nested)', deep],
  ['nested == nested', deep],
  // size
  [`[${'1,'.repeat(MAX_NODES)}1]`, `more than ${MAX_NODES} nodes`],
  [`"${'a'.repeat(MAX_SOURCE_LENGTH)}"`, 'too long'],
  ['"a" matches "(a{30}){30}(a{30}){30}(b{100}){100}"', 'too large'],
  ['int("1" + repeat("0", 100000))', 'int('],
  ['duration(repeat("1", 100000) + "s")', 'invalid duration'],
];
