import { builtinFunctions } from './functions/builtins';
import { evaluate } from './evaluate';
import { parseExpression } from './parseExpression';
import { iterations } from './parser/operators';

const NOW = Date.UTC(2026, 4, 4, 12);

const valueOf = (text: string) =>
  evaluate(parseExpression(text), { s: 'Hello', n: 2 }, { now: NOW });

/** Examples of every function of the language definition, by its section. */
const examples: Record<string, [expression: string, value: unknown][]> = {
  strings: [
    ['trim("  a ")', 'a'],
    ['trim("__a__", "_")', 'a'],
    ['trimPrefix("HelloWorld", "Hello")', 'World'],
    ['trimSuffix("HelloWorld", "World")', 'Hello'],
    ['upper("hello")', 'HELLO'],
    ['lower("HELLO")', 'hello'],
    ['split("a,b,c", ",")', ['a', 'b', 'c']],
    ['split("a,b,c", ",", 2)', ['a', 'b,c']],
    ['splitAfter("a,b,c", ",")', ['a,', 'b,', 'c']],
    ['replace("Hello World", "World", "You")', 'Hello You'],
    ['replace("aaa", "a", "b", 2)', 'bba'],
    ['repeat("ab", 3)', 'ababab'],
    ['indexOf("apple pie", "pie")', 6n],
    ['indexOf("apple", "x")', -1n],
    ['lastIndexOf("apple pie apple", "apple")', 10n],
    ['hasPrefix("Hello", "He")', true],
    ['hasSuffix("Hello", "lo")', true],
  ],
  numbers: [
    ['max(5, 7)', 7n],
    ['max([1, 9, 3])', 9n],
    ['min(5, 7, 2.5)', 2.5],
    ['abs(-5)', 5n],
    ['ceil(1.5)', 2],
    ['floor(1.5)', 1],
    ['round(1.5)', 2],
    ['round(-1.5)', -2],
    ['mean([1, 2, 3])', 2],
    ['median([1, 2, 3, 4])', 2.5],
  ],
  arrays: [
    ['concat([1, 2], [3])', [1n, 2n, 3n]],
    ['flatten([1, [2, [3]]])', [1n, 2n, 3n]],
    ['uniq([1, 2, 2, 1.0])', [1n, 2n]],
    ['join(["a", "b"], ",")', 'a,b'],
    ['join(["a", "b"])', 'ab'],
    ['first([1, 2])', 1n],
    ['first([])', null],
    ['last([1, 2])', 2n],
    ['take([1, 2, 3], 2)', [1n, 2n]],
    ['reverse([1, 2])', [2n, 1n]],
    ['sort([3, 1, 2])', [1n, 2n, 3n]],
    ['sort(["b", "a"], "desc")', ['b', 'a']],
    ['len([1, 2])', 2n],
    ['len("häuser")', 6n],
    ['len({a: 1})', 1n],
  ],
  maps: [
    ['keys({b: 2, a: 1})', ['a', 'b']],
    ['values({b: 2, a: 1})', [1n, 2n]],
    ['toPairs({a: 1})', [['a', 1n]]],
    ['fromPairs([["a", 1]])', new Map([['a', 1n]])],
    ['get({a: 1}, "a")', 1n],
    ['get([1, 2], 1)', 2n],
    ['get({a: 1}, "b")', null],
  ],
  'types and encodings': [
    ['type(1)', 'int'],
    ['type(1.5)', 'float'],
    ['type("a")', 'string'],
    ['type([])', 'array'],
    ['type({})', 'map'],
    ['type(nil)', 'nil'],
    ['type(now())', 'time.Time'],
    ['int("123")', 123n],
    ['int(3.9)', 3n],
    ['float("1.5")', 1.5],
    ['string(123)', '123'],
    ['string(1.0)', '1'],
    ['string([1, 2])', '[1 2]'],
    ['toJSON({a: [1, "x"]})', '{\n  "a": [\n    1,\n    "x"\n  ]\n}'],
    ['fromJSON("{\\"a\\": [1]}")', { a: [1] }],
    ['toBase64("Hello")', 'SGVsbG8='],
    ['fromBase64("SGVsbG8=")', 'Hello'],
  ],
  bits: [
    ['bitand(0b1010, 0b1100)', 0b1000n],
    ['bitor(0b1010, 0b1100)', 0b1110n],
    ['bitxor(0b1010, 0b1100)', 0b110n],
    ['bitnand(0b1010, 0b1100)', 0b10n],
    ['bitnot(0)', -1n],
    ['bitshl(1, 4)', 16n],
    ['bitshr(-16, 2)', -4n],
    ['bitushr(-1, 60)', 15n],
  ],
  'dates and durations': [
    ['string(now())', '2026-05-04 12:00:00 +0000 UTC'],
    ['now() == date("2026-05-04T12:00:00Z")', true],
    ['string(date("2026-05-04"))', '2026-05-04 00:00:00 +0000 UTC'],
    ['date("04.05.2026", "02.01.2006").Year()', 2026n],
    [
      'string(date("2026-05-04 10:00", "2006-01-02 15:04", "Europe/Zurich"))',
      '2026-05-04 10:00:00 +0200 CEST',
    ],
    [
      'string(date("2026-05-04T12:00:00Z").In(timezone("Europe/Zurich")))',
      '2026-05-04 14:00:00 +0200 CEST',
    ],
    ['string(duration("1h30m"))', '1h30m0s'],
    ['duration("90s").Minutes()', 1.5],
    ['string(duration("1h") * 2)', '2h0m0s'],
    ['date("2026-05-05") - date("2026-05-04") == duration("24h")', true],
    ['now() + duration("1h") > now()', true],
    ['now().Format("02 Jan 2006")', '04 May 2026'],
    ['string(now().Month())', 'May'],
    ['string(now().Weekday())', 'Monday'],
    ['now().After(date("2020-01-01"))', true],
    [
      'string(now().Truncate(duration("24h")))',
      '2026-05-04 00:00:00 +0000 UTC',
    ],
  ],
  "Kargo's own": [
    ['quote(1.0)', '"1"'],
    ['quote("a\\"b")', '"a\\"b"'],
    ['unsafeQuote("a")', '""a""'],
    ['asJSON([1])', '"[\n  1\n]\n"'],
    ['asYAML({a: 1})', '"a: 1\n"'],
    ['semverParse("v1.2.3-rc.1+b").Major() == 1', true],
    ['semverParse("1.2.3").IncMinor().String()', '1.3.0'],
    ['semverDiff("1.2.3", "1.3.0")', 'Minor'],
    ['semverDiff("x", "1.3.0")', 'Incomparable'],
  ],
};

const tables = Object.entries(examples);

describe.each(tables)('%s', (_, table) => {
  it.each(table)('%s', (expression, value) => {
    expect(valueOf(expression)).toEqual(value);
  });
});

it('every function of the language has an example', () => {
  const texts = tables.flatMap(([, table]) => table.map(([text]) => text));
  const functions = [...builtinFunctions.keys()].filter(
    name => !iterations.has(name),
  );
  const without = functions.filter(
    name => !texts.some(text => text.includes(`${name}(`)),
  );
  expect(without).toEqual([]);
});
