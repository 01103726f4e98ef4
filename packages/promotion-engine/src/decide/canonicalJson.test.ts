import fc from 'fast-check';
import { canonicalJson } from './canonicalJson';

describe('canonicalJson', () => {
  it('writes the example of RFC 8785, section 3.2.2', () => {
    const value = JSON.parse(`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
      "literals": [null, true, false]
    }`);
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],' +
        '"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts members by UTF-16 code units, as section 3.2.3 shows', () => {
    const value = {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      '1': 4,
      '\ud83d\ude00': 5,
      '\u0080': 6,
      '\u00f6': 7,
    };
    const order = [...canonicalJson(value).matchAll(/:(\d)/g)]
      .map(match => match[1])
      .join('');
    expect(order).toBe('2467153');
  });

  it('leaves out what JSON.stringify leaves out, and writes minus zero as zero', () => {
    expect(canonicalJson({ a: undefined, b: [undefined, -0] })).toBe(
      '{"b":[null,0]}',
    );
  });

  it.each([[Number.NaN], [Infinity], [10n], [() => 1]])('refuses %p', value => {
    expect(() => canonicalJson({ value })).toThrow();
  });

  it('writes half of a surrogate pair as its escape', () => {
    expect(canonicalJson(`\ud83d`)).toBe('"\\ud83d"');
  });

  it('refuses a circle', () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(() => canonicalJson(circle)).toThrow('refers to itself');
  });

  it('means the same as JSON, and does not depend on the order of members', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const canonical = canonicalJson(value);
        expect(JSON.parse(canonical)).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
        expect(canonicalJson(reversed(JSON.parse(canonical)))).toBe(canonical);
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  );
}
