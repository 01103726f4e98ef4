import { stepName } from './stepName';

it.each([
  ['push', 'git-push', { name: 'push', kind: 'git-push' }],
  ['step-4', 'git-push', { name: 'git-push' }],
  ['http', 'http', { name: 'http' }],
  ['step-x', 'http', { name: 'step-x', kind: 'http' }],
  ['task-1::step-2', 'git-push', { name: 'git-push' }],
  ['release::step-2', 'git-push', { name: 'git-push of release' }],
  ['release::push', 'git-push', { name: 'push of release', kind: 'git-push' }],
])('calls %s of kind %s', (alias, uses, words) => {
  expect(stepName({ alias, uses })).toEqual(words);
});
