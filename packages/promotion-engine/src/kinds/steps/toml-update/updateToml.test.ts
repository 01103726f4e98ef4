import fc from 'fast-check';
import { parse, stringify } from 'smol-toml';
import { updateToml } from './updateToml';

const set = (text: string, key: string, value: unknown) =>
  updateToml(text, [{ key, value }]);

describe('updateToml', () => {
  it.each([
    ['a value', 'a = 1 # c\r\nb = 2', 'a', 3, 'a = 3 # c\r\nb = 2'],
    ['double quotes', 'a = "x"\n', 'a', "it's", 'a = "it\'s"\n'],
    ['single quotes', "a = 'x'\n", 'a', 'a\\b', "a = 'a\\b'\n"],
    ['what needs quotes', "a = 'x'\n", 'a', "it's\n", 'a = "it\'s\\n"\n'],
    ['a text for a number', 'a = 1\n', 'a', '1', "a = '1'\n"],
    ['whole numbers', 'a = 1\n', 'a', 8080, 'a = 8080\n'],
    ['fractions', 'a = 1\n', 'a', -1e-7, 'a = -0.0000001\n'],
    ['large numbers', 'a = 1\n', 'a', 1e20, 'a = 100000000000000000000.0\n'],
    ['several lines as one', 'a = """\nx\ny"""\n', 'a', 'z', 'a = "z"\n'],
    ['a date', 'a = 2024-01-02\n', 'a', true, 'a = true\n'],
    ['below a table', '[t.u]\na = 1\n', 't.u.a', 2, '[t.u]\na = 2\n'],
    ['a key with dots', 't.u.a = 1\n', 't.u.a', 2, 't.u.a = 2\n'],
    ['a dot in a key', '"t.u" = 1\n', 't\\.u', 2, '"t.u" = 2\n'],
    ['an item', 'a = [1, # c\n2]\n', 'a.1', 3, 'a = [1, # c\n3]\n'],
    ['in an inline table', 'a = { b = 1 }\n', 'a.b', 2, 'a = { b = 2 }\n'],
    [
      'in one of several tables',
      '[[a]]\nx = 1\n[[a]]\nx = 2\n',
      'a.1.x',
      3,
      '[[a]]\nx = 1\n[[a]]\nx = 3\n',
    ],
    [
      'in a table inside of one of several',
      '[[a]]\n[a.b]\nx = 1\n',
      'a.b.x',
      2,
      '[[a]]\n[a.b]\nx = 2\n',
    ],
    [
      'behind what is no ASCII',
      'a = {"é😀" = 1, b = 2}',
      'a.b',
      3,
      'a = {"é😀" = 1, b = 3}',
    ],
  ])('writes %s', (_, text, key, value, expected) => {
    expect(set(text, key, value)).toBe(expected);
  });

  it('makes several changes, the last of equal ones', () => {
    const updates = [
      { key: 'b', value: 5 },
      { key: 'a', value: 6 },
      { key: 'b', value: 7 },
    ];
    expect(updateToml('a = 1\nb = 2\n', updates)).toBe('a = 6\nb = 7\n');
  });

  it.each([
    ['a missing key', 'a = 1\n', 'b', 1, 'the key b is not in the file'],
    ['a place too far', 'a = [1]\n', 'a.1', 1, 'the key a.1 is not in'],
    ['a place before', 'a = [1]\n', 'a.-1', 1, 'the key a.-1 is not in'],
    ['a list', 'a = [1]\n', 'a', 1, 'the key a is a list'],
    ['a table', '[a]\n', 'a', 1, 'the key a is a table'],
    ['a part of keys', 'a.b = 1\n', 'a', 1, 'the key a is a table'],
    ['null', 'a = 1\n', 'a', null, 'the key a: the value is no text'],
    ['a list as value', 'a = 1\n', 'a', [1], 'the key a: the value is no text'],
    ['no TOML', 'b = 1\na = ', 'a', 1, 'read as TOML: line 2: '],
    ['an unprintable text', 'a = 1\n', 'a', '\x7f', '(U+007F)'],
  ])('refuses %s', (_, text, key, value, message) => {
    expect(() => set(text, key, value)).toThrow(message);
  });

  const key = fc.stringMatching(/^[a-z]{1,3}$/);
  const text = fc
    .string({ unit: 'grapheme' })
    .filter(one => !/[\x7f-\x9f\ufffe\uffff]/.test(one));
  const scalar = fc.oneof(
    text,
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(n => n + 0),
  );

  it('changes the value it is told to, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.dictionary(key, fc.dictionary(key, scalar, { minKeys: 1 }), {
          minKeys: 1,
        }),
        fc.nat(),
        fc.nat(),
        scalar,
        (document, table, member, value) => {
          const tables = Object.keys(document);
          const first = tables[table % tables.length];
          const members = Object.keys(document[first]);
          const second = members[member % members.length];
          const before = `# head\n${stringify(document)}# tail\n`;
          const after = set(before, `${first}.${second}`, value);
          expect(parse(after)).toEqual({
            ...document,
            [first]: { ...document[first], [second]: value },
          });
          const lines = (one: string) => one.split('\n');
          const changed = lines(after).filter(
            (line, index) => line !== lines(before)[index],
          );
          expect(lines(after)).toHaveLength(lines(before).length);
          expect(changed.length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 200 },
    );
  });
});
