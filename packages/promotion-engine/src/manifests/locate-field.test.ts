import { locateField } from './locate-field';

const FILES = [
  { name: 'a.yaml', text: 'kind: Project\nmetadata: {name: dev}\n' },
  {
    name: 'b.yaml',
    text: [
      'kind: Stage',
      'metadata: {name: test}',
      '---',
      'kind: Stage',
      'metadata:',
      '  name: dev',
      'spec:',
      '  steps:',
      '    - uses: one',
      '    - uses: two',
    ].join('\n'),
  },
];
const DEV = { kind: 'Stage', name: 'dev' };

describe('locateField', () => {
  it.each<[string, (number | string)[], object]>([
    ['a field', ['spec', 'steps', 1, 'uses'], { line: 10, column: 13 }],
    ['an entry', ['spec', 'steps', 0], { line: 9, column: 7 }],
    [
      'what is around a field that is not there',
      ['spec', 'steps', 7],
      { line: 9, column: 5 },
    ],
    ['a document', [], { line: 4, column: 1 }],
    [
      'a document without what is asked for',
      ['status'],
      { line: 4, column: 1 },
    ],
  ])('finds %s', (_, path, place) => {
    expect(locateField(FILES, DEV, path)).toEqual({ file: 'b.yaml', ...place });
  });

  it.each([
    [FILES, { kind: 'Stage', name: 'prod' }],
    [FILES, { kind: 'Warehouse', name: 'dev' }],
    [[], DEV],
    [[{ name: 'x', text: 'kind: [' }], DEV],
    [[{ name: 'x', text: '- a list\n---\ntext' }], DEV],
  ])('finds nothing where there is nothing', (files, object) => {
    expect(locateField(files, object, [])).toBeUndefined();
  });
});
