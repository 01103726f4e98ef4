import { evaluate } from './evaluate';
import { parseExpression } from './parseExpression';
import {
  evaluateJsonTemplate,
  evaluateTemplate,
} from './template/evaluateTemplate';
import {
  hostileEnvironment,
  hostileExpressions,
} from './testing/hostileExpressions';
import { reasonOf } from './testing/reasonOf';

const valueOf = (text: string) =>
  evaluate(parseExpression(text), hostileEnvironment, { now: 0 });

it.each(hostileExpressions)(
  'a hostile expression is stopped: %.60s: %s',
  (expression, reason) =>
    expect(reasonOf(expression, hostileEnvironment)).toContain(reason),
);

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
