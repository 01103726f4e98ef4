import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { mergeYaml } from './mergeYaml';

const merge = (...texts: string[]) =>
  mergeYaml(texts.map((text, index) => ({ name: `${index}.yaml`, text })));

describe('mergeYaml', () => {
  it.each([
    ['maps deep', ['a:\n  b: 1\n', 'a:\n  c: 2\n'], 'a:\n  b: 1\n  c: 2\n'],
    ['lists as a whole', ['a: [1, 2]\n', 'a: [3]\n'], 'a: [3]\n'],
    ['null as a deletion', ['a: 1\nb: 2\n', 'a: null\n'], 'b: 2\n'],
    [
      'null in what is new',
      ['a: 1\n', 'b: {c: null, d: 1}\n'],
      'a: 1\nb: {d: 1}\n',
    ],
    [
      'null of the first file',
      ['a: null\nb: 1\n', 'b: 2\n'],
      'a: null\nb: 2\n',
    ],
    ['a whole file of null', ['a: 1\n', 'null\n'], ''],
    [
      'what comes after a deletion',
      ['a: {x: 1}\n', 'a: null\n', 'a: {y: 1}\n'],
      'a: {y: 1}\n',
    ],
    ['files of comments', ['# c\n', 'a: 1\n', '# d\n'], 'a: 1\n'],
    [
      'the first document',
      ['a: 1\n---\nb: 1\n', 'c: 1\n---\nd: 1\n'],
      'a: 1\nc: 1\n',
    ],
    [
      'comments, quotes, blank lines and line ends',
      [
        "# head\r\na: 'x' # c\r\n\r\n# b\r\nb: |\r\n  one\r\n  two\r\n",
        'a: y\n',
      ],
      "# head\r\na: 'y' # c\r\n\r\n# b\r\nb: |\r\n  one\r\n  two\r\n",
    ],
    ['a new comment', ['a: 1 # old\n', 'a: 2 # new\n'], 'a: 2 # new\n'],
    [
      'the indents of the first file',
      ['a:\n    b:\n        - 1\n', 'a:\n  c:\n    d: 1\n'],
      'a:\n    b:\n        - 1\n    c:\n        d: 1\n',
    ],
    [
      'numbers as they are written',
      ['a: 0x1f\nb: 1.50\n', 'c: 1e3\nd: 12345678901234567890\n'],
      'a: 0x1f\nb: 1.50\nc: 1e3\nd: 12345678901234567890\n',
    ],
    ['a text in quotes as one', ['a: "1"\n', 'a: 2\n'], 'a: "2"\n'],
    [
      'the order of keys',
      ['b: 1\na: 2\n', 'c: 1\na: 3\n'],
      'b: 1\na: 3\nc: 1\n',
    ],
    [
      'a replacing map',
      ['a: {b: 1}\n', 'a: {$patch: replace, c: 2}\n'],
      'a: {c: 2}\n',
    ],
    [
      'a deleting map',
      ['a: {b: 1}\nc: 1\n', 'a: {$patch: delete}\n'],
      'c: 1\n',
    ],
  ])('merges %s', (_, texts, expected) => {
    expect(merge(...texts)).toBe(expected);
  });

  it.each([
    [
      'what an alias stands for',
      ['a: &x 1\nb: *x\nc: *x\n', 'a: 2\n'],
      'a: 2\nb: &x 1\nc: *x\n',
    ],
    ['an anchor that nothing refers to', ['a: &x 1\n', 'a: 2\n'], 'a: &x 2\n'],
    [
      'an anchor whose value is the same',
      ['a: &x 1\nb: *x\nc: &y {k: 1}\nd: *y\n', 'a: 1 # same\nc: {}\n'],
      'a: &x 1 # same\nb: *x\nc: &y {k: 1}\nd: *y\n',
    ],
    [
      'aliases that nothing changes',
      ['a: &x 1\nb: *x\n', 'c: 2\n'],
      'a: &x 1\nb: *x\nc: 2\n',
    ],
    [
      'an alias that is merged into',
      ['a: &x {k: 1}\nb: *x\n', 'b: {l: 2}\n'],
      'a: &x {k: 1}\nb: {k: 1, l: 2}\n',
    ],
    [
      'what a map merges',
      ['a: &x\n  k: 1\nb:\n  <<: *x\n', 'a:\n  k: 2\n'],
      'a:\n  k: 2\nb:\n  <<: &x {k: 1}\n',
    ],
    [
      'aliases of a later file',
      ['a: 1\n', 'b: &x {k: 1}\nc: *x\n'],
      'a: 1\nb: {k: 1}\nc: {k: 1}\n',
    ],
  ])('keeps %s', (_, texts, expected) => {
    expect(merge(...texts)).toBe(expected);
  });

  const deployment = (containers: string) =>
    `apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n${containers}`;

  it('merges lists of Kubernetes objects by their keys', () => {
    expect(
      merge(
        deployment(
          '      - name: app\n        image: a:1 # kept\n        ports:\n        - containerPort: 80\n      - name: side\n        image: b\n',
        ),
        deployment(
          '      - name: app\n        env:\n        - name: X\n          value: y\n        ports:\n        - containerPort: 80\n          protocol: UDP\n      - name: side\n        $patch: delete\n',
        ),
      ),
    ).toBe(
      deployment(
        '      - name: app\n        image: a:1 # kept\n        ports:\n        - containerPort: 80\n        - containerPort: 80\n          protocol: UDP\n        env:\n        - name: X\n          value: y\n',
      ),
    );
  });

  it.each([
    [
      ['a: 1\n', 'a: {b: 1}\n'],
      '1.yaml: a is a single value and cannot be merged with a map',
    ],
    [
      ['a: {b: [1]}\n', 'a: {b: 1}\n'],
      '1.yaml: a.b is a list and cannot be merged with a single value',
    ],
    [
      ['- 1\n', 'a: 1\n'],
      '1.yaml: the top is a list and cannot be merged with a map',
    ],
    [['a: [\n', 'a: 1\n'], '0.yaml: the file cannot be read as YAML: '],
    [['a: 1\n', 'b: *x\n'], '1.yaml: the alias *x has no anchor before it'],
  ])('refuses %j', (texts, message) => {
    expect(() => merge(...texts)).toThrow(message);
  });

  it('refuses aliases that multiply without end', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let n = 1; n < 9; n += 1)
      lines.push(
        `a${n}: &a${n} [${Array(9)
          .fill(`*a${n - 1}`)
          .join(', ')}]`,
      );
    expect(() => merge('a: 1\n', lines.join('\n'))).toThrow(
      'aliases stand for more than 100000 values',
    );
  });

  // maps only, so that nothing fails to go together, and null only where it deletes
  const leaf = fc.oneof(
    fc.integer(),
    fc.boolean(),
    fc.stringMatching(/^[a-z]{1,4}$/),
  );
  const key = fc.constantFrom('a', 'b', 'c', 'd');
  const map = fc.dictionary(
    key,
    fc.oneof(leaf, fc.constant(null)).map(value => ({ value })),
  );
  type Map1 = Record<string, { value: unknown }>;
  type Values = Record<string, unknown>;
  const nested = fc.dictionary(fc.constantFrom('m', 'n'), map);

  function mergedValues(target: Values, patch: Values): Values {
    const result: Values = { ...target };
    for (const [name, value] of Object.entries(patch)) {
      if (value === null) delete result[name];
      else if (typeof value === 'object')
        result[name] = mergedValues(
          (result[name] ?? {}) as Values,
          value as Values,
        );
      else result[name] = value;
    }
    return result;
  }

  it('does what merging values does', () => {
    const plain = (maps: Record<string, Map1>) =>
      Object.fromEntries(
        Object.entries(maps).map(([name, inner]) => [
          name,
          Object.fromEntries(
            Object.entries(inner).map(([each, { value }]) => [each, value]),
          ),
        ]),
      );
    fc.assert(
      fc.property(nested, nested, (first, second) => {
        const [target, patch] = [plain(first), plain(second)];
        const result = merge(`# head\n${stringify(target)}`, stringify(patch));
        expect(parse(result)).toEqual(mergedValues(target, patch));
        expect(merge(result, '{}')).toBe(result);
      }),
      { numRuns: 300 },
    );
  });
});
