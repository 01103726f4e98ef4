import { FreightItem } from '@stevedore/plugin-stevedore-common';
import { cell, freightItem } from '../../fixtures';
import { changeWords } from './changeWords';

const item = (version: string, staging: Parameters<typeof cell>[1]) =>
  freightItem(version, {
    cells: [cell('dev', { state: 'here' }), cell('staging', staging)],
  });
const words = (before: FreightItem[], after: FreightItem[]) =>
  changeWords(
    before,
    after,
    after.map(({ name }) => name),
  );

it('says which stage of which version is how', () => {
  expect(
    words(
      [item('1.4.3', { state: 'eligible' })],
      [
        item('1.4.4', {}),
        item('1.4.3', { state: 'promoting', count: { done: 1, of: 4 } }),
      ],
    ),
  ).toBe('1.4.4 is new. 1.4.3: staging step 1 of 4.');
});

it('says only how many there are when there are many', () => {
  const many = ['1', '2', '3', '4'].map(version => item(version, {}));
  expect(words([], many)).toBe('4 freight changed.');
});

it('says nothing when nothing changed', () => {
  expect(words([], [])).toBe('');
});
