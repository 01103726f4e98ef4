import { stepName } from './stepName';

it.each([
  ['push', 'git-push', { name: 'push', kind: 'git-push' }],
  ['step-4', 'git-push', { name: 'git-push' }],
  ['http', 'http', { name: 'http' }],
  ['step-x', 'http', { name: 'step-x', kind: 'http' }],
])('calls %s of kind %s', (alias, uses, words) => {
  expect(stepName({ alias, uses })).toEqual(words);
});
