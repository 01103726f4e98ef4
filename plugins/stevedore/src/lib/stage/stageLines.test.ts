import { PipelineStage } from '@stevedore/plugin-stevedore-common';
import {
  cell,
  freightItem,
  freightSummary,
  minutesAgo,
  pipeline,
  promotion,
  stage,
} from '../../fixtures/pipeline';
import { pipelineOrder } from './pipelineOrder';
import { stageLines } from './stageLines';

const empty = { items: [] };

function nextOf(changes: Partial<PipelineStage>, freight = pipeline().freight) {
  return stageLines(stage('prod', changes), freight).next?.sentence;
}

const here = [freightSummary('1.4.0')];
const last = {
  name: 'prod.1',
  freight: freightSummary('1.4.2').name,
  phase: 'Failed' as const,
  finishedAt: minutesAgo(3),
};
const verification = {
  phase: 'Failed',
  startedAt: minutesAgo(2),
  message: 'HTTP 500',
};
const holds = [
  { origin: 'Warehouse/web', actor: 'user:default/lin', at: minutesAgo(9) },
];
const quarantine = {
  at: minutesAgo(5),
  actor: 'user:default/ada',
  reason: 'leaks',
};
const current = promotion();

it.each<[string, Partial<PipelineStage>, string | undefined]>([
  ['what runs', { here, current, last, holds }, `1.4.2 ${current.sentence}`],
  [
    'what failed',
    { here, last, holds, verification },
    'the last promotion failed',
  ],
  [
    'that it is known to be bad',
    { here: [freightSummary('1.4.0', { quarantine })], holds },
    '1.4.0 is quarantined',
  ],
  ['a hold', { here, holds, verification }, 'auto-promotion of web is on hold'],
  ['a failed check', { here, verification }, 'verification failed: HTTP 500'],
  ['how far behind', { here }, '2 behind'],
  ['that it is the newest', { here: [freightSummary('1.4.3')] }, 'up to date'],
  [
    'what is older than the page',
    { here: [freightSummary('0.1.0')] },
    '3 behind',
  ],
])('says next %s', (_, changes, sentence) => {
  expect(nextOf(changes)).toBe(sentence);
});

it('does not count what is older than the page as known', () => {
  const freight = { ...pipeline().freight, next: 'cursor' };
  expect(nextOf({ here: [freightSummary('0.1.0')] }, freight)).toBe(
    'more than 3 behind',
  );
});

it('says nothing next of an empty stage that nothing comes to', () => {
  expect(nextOf({}, empty)).toBeUndefined();
});

it('counts down what soaks', () => {
  const clearsAt = minutesAgo(-18);
  const cells = [cell('prod', { state: 'soaking', clearsAt })];
  const items = [
    freightItem('1.4.3', { cells }),
    freightItem('1.4.0', { cells }),
  ];
  expect(stageLines(stage('prod', { here }), { items }).next).toEqual({
    sentence: '1.4.3 soaks',
    tone: 'busy',
    clearsAt,
  });
});

it('orders stages behind those that feed them, and survives a circle', () => {
  const after = (name: string, ...from: string[]) =>
    stage(name, {
      edges: from.map(each => ({
        from: each,
        kind: 'stage',
        requiredSoakMs: 0,
      })),
    });
  const names = (...stages: PipelineStage[]) =>
    pipelineOrder(stages).map(({ name }) => name);
  expect(
    names(
      after('prod', 'eu', 'us'),
      after('eu', 'dev'),
      after('us', 'dev'),
      stage('dev'),
    ),
  ).toEqual(['dev', 'eu', 'us', 'prod']);
  expect(names(after('a', 'b'), after('b', 'a'))).toEqual(['b', 'a']);
});
