import fc from 'fast-check';
import { updateJson } from './updateJson';

const set = (text: string, key: string, value: unknown) =>
  updateJson(text, [{ key, value }]);

describe('updateJson', () => {
  it.each([
    ['a member', '{ "a" : 1 , "b": 2}', 'a', 'x', '{ "a" : "x" , "b": 2}'],
    [
      'a member among comments',
      '// c\n{"a": 1, /* b */ "b": 2}\r\n',
      'b',
      3,
      '// c\n{"a": 1, /* b */ "b": 3}\r\n',
    ],
    ['an item', '{"a":[1, 2]}', 'a.1', true, '{"a":[1, true]}'],
    ['a whole object', '{"a":{"b":1}}', 'a', 2, '{"a":2}'],
    ['a key with a dot', '{"a.b":1}', 'a\\.b', 2, '{"a.b":2}'],
    ['the first of equal keys', '{"a":1,"a":2}', 'a', 3, '{"a":3,"a":2}'],
    [
      'a new member, laid out as the others',
      '{\r\n  "a": 1\r\n}\r\n',
      'b.c',
      'x',
      '{\r\n  "a": 1,\r\n  "b": {"c":"x"}\r\n}\r\n',
    ],
    [
      'a new member behind a comment',
      '{\n  "a": 1 // one\n}',
      'b',
      2,
      '{\n  "a": 1,\n  "b": 2 // one\n}',
    ],
    [
      'a new member behind a comma',
      '{\n  "a": 1,\n}',
      'b',
      2,
      '{\n  "a": 1,\n  "b": 2\n}',
    ],
    ['a new item', '{"a": [1, 2]}', 'a.-1', 3, '{"a": [1, 2, 3]}'],
    ['an item further on', '[1]', '3', 4, '[1,null,null,4]'],
    ['what is below a value', '{"a":1}', 'a.0', 2, '{"a":[2]}'],
    ['an object for a number', '{}', 'a.:0', 1, '{"a":{"0":1}}'],
    ['a file of nothing', '\n', 'a.1', 'x', '{"a":[null,"x"]}'],
    ['a byte order mark', '\ufeff{"a":1}', 'a', 2, '\ufeff{"a":2}'],
    ['large numbers', '{"a":1}', 'a', 1e21, '{"a":1000000000000000000000}'],
    ['small numbers', '{"a":1}', 'a', -1.5e-7, '{"a":-0.00000015}'],
    ['what a search finds', '{"ab":1,"b":1}', 'a*', 2, '{"ab":2,"b":1}'],
    [
      'every item that a search finds',
      '[{"n":"x","v":1},{"n":"y"},{"n":"x","v":3}]',
      '#(n=="x")#.v',
      9,
      '[{"n":"x","v":9},{"n":"y"},{"n":"x","v":9}]',
    ],
    ['nothing that a search misses', '{"a":1}', 'b*', 2, '{"a":1}'],
    ['a member with an at sign', '{"a":{"@x":1}}', 'a.@x', 2, '{"a":{"@x":2}}'],
    ['nothing by a modifier', '{"@this":1}', '@this', 2, '{"@this":1}'],
    ['nothing by a search with a colon', '{"#":1}', ':#', 2, '{"#":1}'],
    ['an item that is there, by a colon too', '[1,2]', ':1', 3, '[1,3]'],
    ['nothing by a pipe', '{"a":1}', 'a|@this', 2, '{"a":1}'],
  ])('writes %s', (_, text, key, value, expected) => {
    expect(set(text, key, value)).toBe(expected);
  });

  it.each([
    ['null', '{}', null, 'the value for a is no text'],
    ['a list', '{}', [1], 'the value for a is no text'],
    ['no JSON', '{"b":1}\ntext', 1, 'cannot be read as JSON: line 2'],
    ['an unprintable text', '{}', 'x\x7f', 'cannot be printed (U+007F)'],
  ])('refuses %s', (_, text, value, message) => {
    expect(() => set(text, 'a', value)).toThrow(message);
  });

  it.each([
    ['[]', 'a', 'a: "a" is no place in a list'],
    ['[1]', ':1', ':1: "1" is no place in a list'],
    ['[]', '-2', '-2: "-2" is no place in a list'],
    ['{}', 'a.10001', 'a.10001: the place 10001 is too far'],
    ['[]', '999999999', 'the place 999999999 is too far'],
    ['{}', 'a.9000.9000', 'the place 9000 is too far'],
    ['{}', 'a.20260101', 'for a name, write :20260101'],
  ])('refuses in %s the key %s', (text, key, message) => {
    expect(() => set(text, key, 1)).toThrow(message);
  });

  it('comes to an end with a pattern that is made to have none', () => {
    const text = JSON.stringify({ [`${'a'.repeat(2000)}`]: 1 });
    // a matcher that tries every way would not end
    expect(set(text, `${'*a'.repeat(200)}*b`, 2)).toBe(text);
  });

  const scalar = fc.oneof(
    fc
      .string({ unit: 'grapheme' })
      .filter(text => !/[\x7f-\x9f\ufffe\uffff]/.test(text)),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(n => n + 0),
  );

  it('changes the member it is told to, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.jsonValue()),
        fc.stringMatching(/^[a-z]{1,3}$/),
        scalar,
        fc.constantFrom(undefined, 1, 2, '\t'),
        (object, key, value, indent) => {
          const text = JSON.stringify(object, null, indent);
          const result = set(text, key, value);
          expect(JSON.parse(result)).toEqual({
            ...JSON.parse(text),
            [key]: value,
          });
          if (indent && Object.keys(object).length > 0)
            expect(set(text, key, true)).toBe(
              JSON.stringify({ ...object, [key]: true }, null, indent),
            );
          expect(set(result, key, value)).toBe(result);
        },
      ),
      { numRuns: 300 },
    );
  });
});
