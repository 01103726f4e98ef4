import { SourceCommits } from '@stevedore/plugin-stevedore-common';
import { commitsAnswer, sourceCommit } from '../../fixtures/commits';
import { sourceViews, titleParts, unknownLines } from './commitLines';

const view = (changes: Partial<SourceCommits>) => {
  const [source] = commitsAnswer().sources;
  return sourceViews({ unknown: [], sources: [{ ...source, ...changes }] })[0];
};
const commits = (n: number) =>
  Array.from({ length: n }, (_, index) => sourceCommit(`change ${index}`));

it('counts what is added and what is undone', () => {
  const both = view({ coming: commits(2), going: commits(1) });
  expect(both.groups.map(({ title }) => title)).toEqual([
    '2 commits of shop are added',
    '1 commit of shop is undone',
  ]);
  expect(both.notes).toEqual([]);
  expect(both.link?.words).toBe('all commits between in shop');
});

it.each([
  [10, 10, undefined],
  [11, 10, '1 more commit'],
  [250, 10, '240 more commits'],
])('of %d shows %d, and folds %s', (all, shown, words) => {
  const [group] = view({ coming: commits(all) }).groups;
  expect(group.shown).toHaveLength(shown);
  expect(group.folded?.words).toBe(words);
  expect([...group.shown, ...(group.folded?.commits ?? [])]).toHaveLength(all);
});

it.each<[Partial<SourceCommits>, string]>([
  [
    { coming: [], whyNot: 'not granted.' },
    'No commits are known: not granted.',
  ],
  [{ coming: [] }, 'No commit of shop that counts lies between.'],
  [{ more: true }, 'There are more; these are the newest.'],
  [
    { older: undefined },
    'There is nothing of shop to compare with: this is the newest.',
  ],
])('says what is missing: %#', (changes, note) => {
  expect(view(changes).notes).toEqual([note]);
});

it('says of which artifacts nothing is known', () => {
  const unknown = ['the chart web 1.0.0 names no commits'];
  expect(unknownLines({ sources: [], unknown })).toEqual([
    'No commits are known: the chart web 1.0.0 names no commits.',
  ]);
});

const ticket = (name: string) => ({ name, url: `https://t.example/${name}` });

it.each<[string, string[], string[]]>([
  ['Mend it', [], ['Mend it']],
  ['HAR-9 Mend it', ['HAR-9'], ['<HAR-9>', ' Mend it']],
  [
    'Mend (HAR-9, HAR-7)',
    ['HAR-7', 'HAR-9'],
    ['Mend (', '<HAR-9>', ', ', '<HAR-7>', ')'],
  ],
  ['Mend it', ['HAR-9'], ['Mend it', ' ', '<HAR-9>']],
  ['HAR-91 Mend', ['HAR-9', 'HAR-91'], ['<HAR-91>', ' Mend', ' ', '<HAR-9>']],
])('links tickets where they stand in %p', (title, names, shown) => {
  const parts = titleParts({ title, tickets: names.map(ticket) });
  expect(
    parts.map(part => (typeof part === 'string' ? part : `<${part.name}>`)),
  ).toEqual(shown);
});
