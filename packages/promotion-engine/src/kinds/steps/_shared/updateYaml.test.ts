import fc from 'fast-check';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { splitKey } from './splitKey';
import { updateYaml } from './updateYaml';
import { meantValue } from './yamlScalar';

const set = (text: string, key: string, value: unknown) =>
  updateYaml(text, [{ key, value }]);

describe('updateYaml', () => {
  it.each([
    [
      'keeps a comment',
      'tag: v1 # pinned\n',
      'tag',
      'v2',
      'tag: v2 # pinned\n',
    ],
    [
      'keeps the rest of a flow map',
      'web: {tag: v1, port: 80}\n',
      'web.tag',
      'v2',
      'web: {tag: v2, port: 80}\n',
    ],
    [
      'keeps quotes',
      `tag: "v1"\nkind: 'x'\n`,
      'kind',
      "it's",
      `tag: "v1"\nkind: 'it''s'\n`,
    ],
    [
      'keeps line ends, and a missing one',
      'a: 1\r\nb: 2',
      'a',
      3,
      'a: 3\r\nb: 2',
    ],
    ['keeps other documents', 'a: 1\n---\na: 1\n', 'a', 2, 'a: 2\n---\na: 1\n'],
    [
      'reaches into lists',
      'hosts:\n  - a\n  - b\n',
      'hosts.1',
      'c',
      'hosts:\n  - a\n  - c\n',
    ],
    ['fills an empty value', 'a:\nb: 1\n', 'a', 'x', 'a: x\nb: 1\n'],
    ['keeps an anchor', 'a: &v 1\nb: *v\n', 'a', 2, 'a: &v 2\nb: *v\n'],
    [
      'replaces a whole block',
      'a: | # text\n  one\n  two\nb: 1\n',
      'a',
      'x',
      'a: x # text\nb: 1\n',
    ],
    ['writes large numbers in full', 'a: 1\n', 'a', 1000000, 'a: 1000000\n'],
    ['writes null', 'a: 1\n', 'a', null, 'a: null\n'],
    ['writes lists as lists', 'a: 1\n', 'a', ['x', 1], 'a: [x, 1]\n'],
    ['quotes what is no text without', 'a: 1\n', 'a', 'on', 'a: "on"\n'],
    ['takes the first of equal keys', 'a: 1\na: 2\n', 'a', 3, 'a: 3\na: 2\n'],
    [
      'knows keys with dots',
      'example.org/x: 1\n',
      'example\\.org/x',
      2,
      'example.org/x: 2\n',
    ],
    [
      'counts characters, not bytes',
      '{é: 1, ü: 2}\n',
      'ü',
      3,
      '{é: 1, ü: 3}\n',
    ],
  ])('%s', (_, text, key, value, expected) => {
    expect(set(text, key, value)).toBe(expected);
  });

  it.each([
    ['k: old # c\n', '~', 'k: ~ # c\n', null],
    ['k: "old"\n', 'Null', 'k: Null\n', null],
    ["k: 'old'\n", 'NULL', 'k: NULL\n', null],
    ['k: old # c\n', "'1.0'", "k: '1.0' # c\n", '1.0'],
    ['k: "old"\n', "'it''s'", "k: 'it''s'\n", "it's"],
    ['k: old\n', "'a' and 'b'", `k: "'a' and 'b'"\n`, "'a' and 'b'"],
  ])(
    "writes into %j what Kargo's users mean by %j",
    (text, wanted, expected, read) => {
      expect(set(text, 'k', wanted)).toBe(expected);
      expect(parse(expected)).toEqual({ k: read });
    },
  );

  it('makes several changes, the last of equal ones', () => {
    const updates = [
      { key: 'a', value: 5 },
      { key: 'b', value: 6 },
      { key: 'a', value: 7 },
    ];
    expect(updateYaml('{a: 1, b: 2}\n', updates)).toBe('{a: 7, b: 6}\n');
  });

  it.each([
    ['missing', 'a: 1\n', 'b', 'the key b is not in the file'],
    ['a map', 'a:\n  b: 1\n', 'a', 'the key a is a list or a map'],
    ['beyond the list', 'a: [1]\n', 'a.1', 'the key a.1 is not in the file'],
    ['before the list', 'a: [1]\n', 'a.-1', 'the key a.-1 is not in the file'],
    ['an alias', 'a: &v 1\nb: *v\n', 'b', 'the key b is an alias'],
    ['nothing at all', '', 'a', 'the file is empty'],
    ['no YAML', 'a: [1\n', 'a', 'the file cannot be read as YAML'],
    ['binary', 'b: 2\na: \u0001\n', 'a', 'line 2 has a control character'],
    ['a tag that would change the value', 'a: !!str x\n', 'a', 'has a tag'],
  ])('refuses %s', (_, text, key, message) => {
    expect(() => set(text, key, 1)).toThrow(message);
  });

  const isMeant = (text: string) => meantValue(text) === text;
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }).filter(isMeant),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(n => n + 0),
  );
  const templates = [
    'k: old # c\nz: 1\n',
    'k: "old"\nz: 1\n',
    "k: 'old'\nz: 1\n",
    '{k: old, z: 1}\n',
    'k: |-\n  old\n  older\nz: 1\n',
    'k:\nz: 1\n',
  ];

  it('writes what is read back, and nothing else', () => {
    fc.assert(
      fc.property(fc.constantFrom(...templates), value, (text, wanted) => {
        const result = set(text, 'k', wanted);
        expect(parse(result)).toEqual({ k: wanted, z: 1 });
        expect(set(result, 'k', wanted)).toBe(result);
        expect(parseAllDocuments(result)).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  // documents with lists, maps and texts of all kinds, and a comment on every line that takes one
  const leaf = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }).filter(isMeant),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  const name = fc.stringMatching(/^[a-z][a-z0-9.]{0,3}$/);
  const { node } = fc.letrec(tie => ({
    node: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.dictionary(name, tie('node'), { minKeys: 1, maxKeys: 3 }),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
    ),
  }));
  const printed = fc.record({
    indent: fc.constantFrom(2, 4),
    indentSeq: fc.boolean(),
    lineWidth: fc.constant(0),
    defaultStringType: fc.constantFrom(
      'PLAIN' as const,
      'QUOTE_DOUBLE' as const,
      'QUOTE_SINGLE' as const,
      'BLOCK_LITERAL' as const,
    ),
    defaultKeyType: fc.constant('PLAIN' as const),
  });

  /** Paths of the single values, as keys of the step. */
  function leaves(at: unknown, path: string[] = []): string[][] {
    if (at === null || typeof at !== 'object') return [path];
    return Object.entries(at).flatMap(([key, child]) =>
      leaves(child, [...path, key]),
    );
  }

  function withValue(at: unknown, path: string[], wanted: unknown): unknown {
    if (path.length === 0) return wanted;
    const [first, ...rest] = path;
    const copy = (
      Array.isArray(at) ? [...at] : { ...(at as object) }
    ) as Record<string, unknown>;
    copy[first] = withValue(copy[first], rest, wanted);
    return copy;
  }

  /** How many lines are between what is equal at both ends. */
  function differingLines(before: string, after: string) {
    const [old, now] = [before.split('\n'), after.split('\n')];
    const shorter = Math.min(old.length, now.length);
    let top = 0;
    while (top < shorter && old[top] === now[top]) top += 1;
    let end = 0;
    while (end < shorter - top && old.at(-1 - end) === now.at(-1 - end))
      end += 1;
    return { left: old.length - top - end, came: now.length - top - end };
  }

  it('changes exactly the value that a key names', () => {
    fc.assert(
      fc.property(
        fc.dictionary(name, node, { minKeys: 1 }),
        printed,
        fc.nat(),
        value,
        (document, options, chosen, wanted) => {
          const text = `# head\n${stringify(document, options)}# tail\n`;
          const before = parse(text);
          const paths = leaves(before);
          const path = paths[chosen % paths.length];
          const key = path.map(part => part.replace(/\./g, '\\.')).join('.');
          const result = set(text, key, wanted);
          expect(parse(result)).toEqual(withValue(before, path, wanted));
          const { left, came } = differingLines(text, result);
          const old = path.reduce<unknown>(
            (at, part) => (at as Record<string, unknown>)[part],
            before,
          );
          expect(came).toBeLessThanOrEqual(1);
          // a block begins on the line of its key
          expect(left).toBeLessThanOrEqual(String(old).split('\n').length + 1);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('splitKey', () => {
  it.each([
    ['a.b.0', ['a', 'b', '0']],
    [' a ', ['a']],
    ['a\\.b.c\\:d', ['a.b', 'c:d']],
    [':0.a:b', ['0', 'a:b']],
  ])('%s', (key, parts) => {
    expect(splitKey(key)).toEqual(parts);
  });
  it.each(['', 'a..b', '.a', 'a.', 'a\\b', 'a\\'])('refuses %p', key => {
    expect(() => splitKey(key)).toThrow(`the key "${key}" has`);
  });
});
