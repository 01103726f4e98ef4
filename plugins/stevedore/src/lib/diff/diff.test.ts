import fc from 'fast-check';
import { longDiff, planDiff } from '../../fixtures/promotion';
import { changeWord, count, diffSummary } from './diffWords';
import { DiffLine, readFileDiff } from './fileDiff';
import { firstLines, foldedPaths } from './foldDiffs';
import { sideBySide } from './sideBySide';

it('reads lines with their numbers on both sides', () => {
  const diff = readFileDiff(planDiff());
  expect(diff).toMatchObject({
    path: 'apps/web/prod/kustomization.yaml',
    change: 'changed',
    added: 1,
    removed: 1,
    length: 6,
  });
  expect(diff.hunks[0].header).toBe('@@ -4,5 +4,5 @@ kind: Kustomization');
  expect(diff.hunks[0].lines.slice(2, 5)).toEqual([
    { kind: 'same', old: 6, new: 6, text: '  - name: ghcr.io/acme/web' },
    { kind: 'removed', old: 7, text: '    newTag: 1.4.0' },
    { kind: 'added', new: 7, text: '    newTag: 1.4.2' },
  ]);
});

const head = 'diff --git a/x b/x\n';
it.each([
  [
    'created',
    `${head}new file mode 100644\n--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+a\n`,
    1,
    0,
  ],
  [
    'deleted',
    `${head}deleted file mode 100644\n--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n`,
    0,
    1,
  ],
  ['mode', `${head}old mode 100644\nnew mode 100755\n`, 0, 0],
  ['created', `${head}new file mode 100644\nindex 0000000..e69de29\n`, 0, 0],
  [
    'changed',
    `${head}index 1..2 100644\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n--- minus\n+++ plus\n`,
    1,
    1,
  ],
  [
    'changed',
    `${head}index 1..2 100644\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n`,
    1,
    1,
  ],
] as const)('knows a file that is %s', (change, text, added, removed) => {
  const diff = readFileDiff(planDiff({ path: 'x', text }));
  expect(diff).toMatchObject({ change, added, removed });
});

it('says of a binary file only that it is one', () => {
  const text = `${head}Binary files a/x and b/x differ\n`;
  const diff = readFileDiff(planDiff({ text, binary: true }));
  expect(diff).toMatchObject({ change: 'binary', length: 0 });
  expect(changeWord(diff)).toBe('binary file: its content is not shown');
});

it('keeps a missing newline as a note, and no line of it', () => {
  const text = `${head}--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n`;
  const [hunk] = readFileDiff(planDiff({ text })).hunks;
  expect(hunk.lines.map(line => line.kind)).toEqual([
    'removed',
    'note',
    'added',
  ]);
});

const line = (kind: DiffLine['kind'], text: string): DiffLine => ({
  kind,
  text,
});

it.each([
  ['-a +b', [['a', 'b']]],
  [
    '-a -b +c',
    [
      ['a', 'c'],
      ['b', undefined],
    ],
  ],
  [
    '+c +d',
    [
      [undefined, 'c'],
      [undefined, 'd'],
    ],
  ],
  [
    '-a =x +b',
    [
      ['a', undefined],
      ['x', 'x'],
      [undefined, 'b'],
    ],
  ],
  [
    '-a +b -c +d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
])('puts %s side by side', (text, rows) => {
  const kinds = { '-': 'removed', '+': 'added', '=': 'same' } as const;
  const lines = text
    .split(' ')
    .map(each => line(kinds[each[0] as '-'], each.slice(1)));
  expect(
    sideBySide(lines).map(({ left, right }) => [left?.text, right?.text]),
  ).toEqual(rows);
});

it('loses no line and keeps their order, side by side', () => {
  const kind = fc.constantFrom('same', 'added', 'removed') as fc.Arbitrary<
    DiffLine['kind']
  >;
  fc.assert(
    fc.property(fc.array(fc.record({ kind, text: fc.string() })), lines => {
      const rows = sideBySide(lines);
      const of = (side: 'left' | 'right', gone: string) =>
        expect(rows.flatMap(row => row[side] ?? [])).toEqual(
          lines.filter(each => each.kind !== gone),
        );
      of('left', 'added');
      of('right', 'removed');
    }),
  );
});

it('folds large files, and what stands behind a lot of others', () => {
  const files = [10, 301, 300, 300, 300, 300].map((lines, index) =>
    readFileDiff(longDiff(lines, `${index}`)),
  );
  expect([...foldedPaths(files)]).toEqual([1, 5]);
});

it('shows the first lines of many', () => {
  const diff = readFileDiff(longDiff(12));
  expect(firstLines(diff, 5)[0].lines).toHaveLength(5);
  expect(firstLines(diff, 50)[0].lines).toHaveLength(12);
  expect(firstLines(diff, 0)).toEqual([]);
});

it('counts in words', () => {
  const files = [readFileDiff(planDiff()), readFileDiff(longDiff(1200))];
  expect(diffSummary(files)).toBe('2 files, 1,201 lines added, 1 removed');
  expect(count(1, 'file')).toBe('1 file');
});
