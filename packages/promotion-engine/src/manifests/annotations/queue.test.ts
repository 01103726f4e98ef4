import { readManifests } from '../read-manifests';
import { compileAnnotations } from '../compile-annotations';
import { testOptions } from '../__testUtils__/testOptions';
import { formatQueue, parseQueue } from './queue';

it.each([
  ['newest', { kind: 'newest' }],
  ['  in   order ', { kind: 'inOrder' }],
  ['batch 30m', { kind: 'batch', everyMs: 1_800_000 }],
  ['batch 1m', { kind: 'batch', everyMs: 60_000 }],
  ['batch 168h', { kind: 'batch', everyMs: 604_800_000 }],
])('reads %s, and what it writes it reads to the same', (text, policy) => {
  expect(parseQueue(text)).toEqual(policy);
  expect(parseQueue(formatQueue(parseQueue(text)))).toEqual(policy);
});

it.each([
  ['', 'exactly one way to queue'],
  ['newest; in order', 'exactly one way to queue'],
  ['oldest', 'newest, in order or batch is expected, not "oldest"'],
  ['newest first', '"first"'],
  ['batch', 'a duration'],
  ['batch 59s', '59s is no time between two batches'],
  ['batch 169h', '169h is no time between two batches'],
])('refuses %j', (text, message) => {
  expect(() => parseQueue(text)).toThrow(message);
});

const compile = (more: Record<string, string>) =>
  compileAnnotations(
    {
      ref: 'component:default/web',
      name: 'web',
      annotations: {
        'stevedore.dev/stages': 'dev, staging, prod',
        'stevedore.dev/image': 'ghcr.io/acme/web ^1.0.0',
        'stevedore.dev/gitops':
          'https://github.com/acme/deploy#main:apps/web/{stage}',
        ...more,
      },
    },
    undefined,
    testOptions,
  );

it('reaches the stages that the component names, along with what their rollbacks need', () => {
  const { manifests, problems } = compile({
    'stevedore.dev/approvals': 'prod = 2 of group:release-managers',
    'stevedore.dev/queue': 'dev, staging = newest\nprod = batch 90m',
    'stevedore.dev/rollback-approvals':
      'staging = none; prod = 1 of owner, with reason',
  });
  expect(problems).toEqual([]);
  const { project } = readManifests(
    [{ name: 'web', text: manifests! }],
    testOptions,
  );
  expect(
    project!.stages.map(({ name, queue, rollbackApprovals }) => [
      name,
      queue,
      rollbackApprovals?.map(({ needs, reasonRequired }) => [
        needs,
        reasonRequired,
      ]),
    ]),
  ).toEqual([
    ['dev', { kind: 'newest' }, undefined],
    ['staging', { kind: 'newest' }, []],
    [
      'prod',
      { kind: 'batch', everyMs: 5_400_000 },
      [[[{ count: 1, from: 'owner' }], true]],
    ],
  ]);
});

it.each([
  [{ 'stevedore.dev/queue': 'live = newest' }, 'There is no stage live'],
  [
    { 'stevedore.dev/queue': 'dev = newest; dev = in order' },
    'Stage dev has an entry already',
  ],
  [
    { 'stevedore.dev/rollback-approvals': 'dev = none; dev = none' },
    'Stage dev has an entry already',
  ],
  [{ 'stevedore.dev/queue': 'newest' }, '"="'],
  [{ 'stevedore.dev/rollback-approvals': 'prod = nobody' }, 'a count'],
])('says what is wrong with %j', (more, message) => {
  const { problems } = compile(more as never);
  expect(problems.map(each => each.message).join()).toContain(message);
});
