import { ExpressionError } from './errors';
import { evaluate } from './evaluate';
import { parseExpression } from './parseExpression';

const ENVIRONMENT = {
  arr: [1, 2, 3],
  url: 'https://github.com/Acme/app.git',
  objs: [{ on: true }, { on: false }],
  emptyMap: {},
  n: 5,
};

const valueOf = (text: string) =>
  evaluate(parseExpression(text), ENVIRONMENT, {
    now: Date.UTC(2026, 4, 4, 12),
  });

/** What expr-lang 1.17.8 itself answered. */
const ANSWERS: [expression: string, value: unknown][] = [
  // a map of arrays has a nil array for a key that it does not have, which counts as nil in a chain and in get
  ['groupBy(objs, .on).a', []],
  ['groupBy(objs, .on)?.a', null],
  ['groupBy(objs, .on).a ?? "none"', 'none'],
  ['get(groupBy(objs, .on), "zz")', null],
  ['get(arr, 9)', null],
  ['get(url, 0) == 104', true],
  // arrays of Go's other types are not sorted
  ['sort(toPairs({a: 1}))', []],
  ['sort(n)', []],
  // any of Go's integers has bits
  ['bitnot(url[-1])', -117n],
  ['bitor(semverParse("1.2.3").Major(), 4)', 5n],
  ['bitxor(date("2024-03-05").UnixMilli(), 0)', 1709596800000n],
  // Go's power
  ['1e-7 ** 3', 9.999999999999997e-22],
  ['1e21 ** 10', 1.0000000000000002e210],
  ['12345678901 ** 10', 8.225262598133488e100],
  ['1e3 ** 2.5', 31622776.601683788],
  ['2 ** -1074', 5e-324],
  ['2 ** 1024', Infinity],
  ['(-2) ** 3', -8],
  ['0.5 ** 1075', 0],
  ['(-8.0) ** 0.5', NaN],
  // what take gives says nothing of its elements
  ['find(take(["x", "y"], 10), not (# == 2))', 'x'],
  // a range that is too long for an int is none
  ['9223372036854775807 + 1..1', []],
  // no element of an empty map is asked for
  ['reduce(emptyMap, #acc + #, "")', ''],
  // constants are compared before anything else
  ['n || 1 + 2 == 3', true],
  ['"a" == "a" || missing.x', true],
  // nil is the zero of a method's number
  ['date("2024-02-29").AddDate(1, 0, missing).Year()', 2025n],
  [
    'date("2024-03-05T06:07:08+02:00").Format("3:04pm (MST)")',
    '6:07am (+0200)',
  ],
];

const FAULTS: [expression: string, reason: string][] = [
  ['get({a: 1} | toJSON() | fromJSON(), 1)', 'not assignable to type string'],
  ['get(url, "a")', 'int(string)'],
  ['get(uniq(arr), 1.5)', 'non-integer slice index float64'],
  ['map(arr, nil)', 'one output param'],
  ['[nil] | map(#)', 'one output param'],
  ['"a" in url[0]', 'not defined on uint8'],
  [
    'semverParse("1.2.3").IncMajor().Original()',
    'type semver.Version has no method Original',
  ],
  [
    'semverParse("1.2.3").LessThan(semverParse("1.2.3").IncPatch())',
    'cannot use semver.Version as argument (type *semver.Version)',
  ],
];

describe('rare corners of the language', () => {
  it.each(ANSWERS)('%s', (expression, value) => {
    expect(valueOf(expression)).toEqual(value);
  });

  it.each(FAULTS)('%s is an error', (expression, reason) => {
    expect(() => valueOf(expression)).toThrow(ExpressionError);
    expect(() => valueOf(expression)).toThrow(reason);
  });
});
