import { saidOfStep, stepTitle } from './stepTitle';

it.each([
  ['push', 'git-push', 'push'],
  ['step-4', 'git-push', 'git-push'],
  ['step-x', 'http', 'step-x'],
  ['task-1::step-2', 'git-push', 'git-push'],
  ['release::step-2', 'git-push', 'git-push of release'],
  ['release::push', 'git-push', 'push of release'],
])('calls %s of kind %s: %s', (alias, uses, title) => {
  expect(stepTitle({ alias, uses })).toBe(title);
});

it.each([
  ['it was refused', 'http: it was refused'],
  ['http: url: is no address', 'http: url: is no address'],
])('begins a message with the step once: %s', (message, said) => {
  expect(saidOfStep({ alias: 'step-1', uses: 'http' }, message)).toBe(said);
});
