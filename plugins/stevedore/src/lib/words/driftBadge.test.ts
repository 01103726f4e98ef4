import { DriftSide } from '@stevedore/plugin-stevedore-common';
import { driftBadge, sideText } from './driftBadge';

it.each<[DriftSide, string]>([
  [{ status: 'same', value: '1.4.2' }, '1.4.2'],
  [{ status: 'same' }, 'as promoted'],
  [{ status: 'differs', value: '1.4.1' }, '1.4.1'],
  [{ status: 'differs' }, 'gone'],
  [{ status: 'none' }, 'not watched'],
  [{ status: 'unknown' }, 'not known'],
  [{ status: 'unknown', value: '1.4.2' }, '1.4.2, as far as is known'],
])('%j is shown as %s', (side, text) => {
  expect(sideText(side)).toBe(text);
});

it('takes what is not known for no good news', () => {
  expect(driftBadge('unknown').tone).not.toBe('good');
});
