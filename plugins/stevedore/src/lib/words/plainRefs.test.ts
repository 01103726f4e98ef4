import { asSentence, plainRefs } from './plainRefs';

it.each([
  [
    'waits for approval: 1 of 2 from group:default/release-managers',
    'waits for approval: 1 of 2 from release-managers',
  ],
  ['user:default/ada requested this.', 'ada requested this.'],
  ['rejected by user:default/ada.lovelace.', 'rejected by ada.lovelace.'],
  ['takes freight of Warehouse/web.', 'takes freight of warehouse web.'],
  ['no refs: https://host/user:x', 'no refs: https://host/user:x'],
  ['aborted by component:promotions', 'aborted by component:promotions'],
])('says %j as %j', (sentence, plain) => {
  expect(plainRefs(sentence)).toBe(plain);
});

it('begins a line with a large letter', () => {
  expect(asSentence('user:default/ada may not')).toBe('Ada may not.');
  expect(asSentence('is it so?')).toBe('Is it so?');
  expect(asSentence('')).toBe('');
});
