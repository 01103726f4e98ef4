import { ExpressionError } from './errors';
import { evaluate } from './evaluate';
import { MAX_DEPTH, MAX_NODES, MAX_SOURCE_LENGTH } from './limits';
import { parseExpression } from './parseExpression';
import {
  evaluateJsonTemplate,
  evaluateTemplate,
} from './template/evaluateTemplate';

/** Milliseconds of work. */
const LONGEST = 50;

const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};

const environment = {
  text: 'a'.repeat(100_000),
  record: Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [`k${index}`, index]),
  ),
  nested: nested(100_000),
};

const valueOf = (text: string) =>
  evaluate(parseExpression(text), environment, { now: 0 });

/** What an evaluation ends with, and how long this thread worked on it. */
function attempt(text: string): { reason?: string; took: number } {
  const started = process.threadCpuUsage().user;
  let reason: string | undefined;
  try {
    valueOf(text);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    reason = error.reason;
  }
  return { reason, took: (process.threadCpuUsage().user - started) / 1000 };
}

/** The compiler's turn comes at the first attempt. */
function timed(text: string): { reason?: string; took: number } {
  const attempts = [attempt(text), attempt(text), attempt(text)];
  return attempts.sort((a, b) => a.took - b.took)[0];
}

describe('a hostile expression costs milliseconds and gets an error', () => {
  const steps = 'evaluation takes too many steps';
  const memory = 'memory budget exceeded';
  const deep = 'nested too deeply';
  it.each([
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
  ])('%.60s: %s', (expression, reason) => {
    const end = timed(expression);
    expect(end.reason).toContain(reason);
    expect(end.took).toBeLessThan(LONGEST);
  });
});

describe('limits', () => {
  it('are counts, so that a result never depends on the machine', () => {
    const ends = [1, 2, 3].map(() =>
      [60, 120, 1000].map(limit => {
        try {
          evaluate(
            parseExpression('map(1..30, # * 2)'),
            {},
            {
              limits: { steps: limit },
            },
          );
          return 'value';
        } catch (error) {
          return (error as Error).message;
        }
      }),
    );
    expect(ends[1]).toEqual(ends[0]);
    expect(ends[2]).toEqual(ends[0]);
    expect(new Set(ends[0]).size).toBe(2);
  });

  it('leave room for what people write', () => {
    expect(valueOf('len(filter(1..10000, # % 2 == 0))')).toBe(5000n);
    expect(valueOf('len(split(text, "b"))')).toBe(1n);
  });

  it('hold for all expressions of a template together', () => {
    const one = '${{ len(1..20000) }}';
    expect(evaluateTemplate(one, {})).toBe(20000);
    expect(() => evaluateTemplate(one.repeat(10), {})).toThrow(
      'evaluation takes too many steps',
    );
    expect(() => evaluateJsonTemplate(Array(10).fill(one), {})).toThrow(
      'evaluation takes too many steps',
    );
    expect(() => evaluateTemplate('${{1}}'.repeat(10_000), {})).toThrow(
      'evaluation takes too many steps',
    );
  });

  it('can be tighter where a caller says so', () => {
    expect(() =>
      evaluate(parseExpression('"aaaa" + "bbbb"'), undefined, {
        limits: { textLength: 7 },
      }),
    ).not.toThrow();
    expect(() =>
      evaluate(
        parseExpression('a + "bbbb"'),
        { a: 'aaaa' },
        {
          limits: { textLength: 7 },
        },
      ),
    ).toThrow('memory budget exceeded');
  });
});
