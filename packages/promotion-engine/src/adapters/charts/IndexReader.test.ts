import fc from 'fast-check';
import { stringify } from 'yaml';
import { IndexReader } from './IndexReader';

function read(text: string, size = 7): Record<string, readonly string[]> {
  const reader = new IndexReader();
  for (let at = 0; at < text.length; at += size)
    reader.write(text.slice(at, at + size));
  return Object.fromEntries(reader.end());
}

it('reads what Helm writes', () => {
  const text = `apiVersion: v1
entries:
  alpine:
  - created: "2016-10-06T16:23:20.499814565-06:00"
    description: |
      version: 9.9.9
        version: 8.8.8
    dependencies:
    - name: base
      version: 7.7.7
    name: alpine
    urls:
    - https://charts.example.com/alpine-0.2.0.tgz
    version: 0.2.0
  - name: alpine
    version: "1.0" # quoted
  - version: 1.0
    description: "several
      lines: of text"
  # nothing
  "nginx": []
  web-1.x:

    -   version: 'v3'
        name: web
generated: "2016-10-06T16:23:20.499029981-06:00"
version: 5.5.5
`;
  for (const size of [1, 7, 100_000])
    expect(read(text, size)).toEqual({
      alpine: ['0.2.0', '1.0', '1.0'],
      nginx: [],
      'web-1.x': ['v3'],
    });
  expect(read(text.replace(/\n/g, '\r\n'))).toEqual(read(text));
});

it.each([
  ['JSON', '{"entries":{"a":[{"version":"1.0"},{"name":"no version"}]}}'],
  ['flow style inside', 'entries:\n  a: [{version: 1.0}]\n'],
  ['an item in flow style', 'entries:\n  a:\n  - {version: 1.0}\n'],
  ['a tag', 'entries:\n  a:\n  - version: !!str 1.0\n'],
])('reads %s as a whole', (_, text) => {
  expect(read(text)).toEqual({ a: ['1.0'] });
});

it.each([['apiVersion: v1\n'], ['entries: {}\n'], ['entries: null'], ['']])(
  'finds nothing in %j',
  text => {
    expect(read(text)).toEqual({});
  },
);

it('refuses what is neither', () => {
  expect(() => read('entries: {a: [}')).toThrow();
  expect(() => read('<html>\n<body>: not found</body>')).toThrow();
});

it('reads any index that is written in block style', () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('version: 1', 'a\nversion: 2\n- version: 3', '- x', ': '),
  );
  const version = fc.stringMatching(
    /^v?\d{1,2}\.\d{1,2}(\.\d{1,2}(-rc\.\d)?)?$/,
  );
  const item = fc.record(
    {
      name: word,
      description: text,
      version,
      keywords: fc.array(text, { maxLength: 2 }),
      dependencies: fc.array(fc.record({ name: word, version }), {
        maxLength: 2,
      }),
    },
    { requiredKeys: ['version'] },
  );
  fc.assert(
    fc.property(
      fc.dictionary(word, fc.array(item, { maxLength: 3 }), {
        noNullPrototype: true,
      }),
      fc.constantFrom(2, 4),
      fc.boolean(),
      fc.integer({ min: 1, max: 50 }),
      (entries, indent, indentSeq, size) => {
        const yaml = stringify(
          { apiVersion: 'v1', entries, generated: 'now' },
          { indent, indentSeq, lineWidth: 40 },
        );
        const expected = Object.entries(entries).map(([name, items]) => [
          name,
          items.map(each => each.version),
        ]);
        expect(read(yaml, size)).toEqual(Object.fromEntries(expected));
      },
    ),
  );
});

it('gives up a line without an end', () => {
  const reader = new IndexReader();
  reader.write('entries:\n  a:\n  - description: ');
  expect(() => {
    for (let count = 0; count < 300; count += 1)
      reader.write('x '.repeat(32_768));
  }).toThrow('too large');
});
