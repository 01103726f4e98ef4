import { minutesAgo, NOW } from '../../fixtures/pipeline';
import { historyEntry } from '../../fixtures/promotion';
import { historyDays } from './historyDays';
import { historyLine, isPerson } from './historySentence';

it.each([
  [{}, 'asked for 1.4.2 into prod', undefined],
  [
    { verb: 'approval.given', versions: undefined, reason: 'looks good' },
    'approved a promotion into prod',
    'looks good',
  ],
  [
    {
      verb: 'promotion.finished',
      phase: 'Succeeded',
      message: 'commit 3f2c1ab is on main',
    },
    'completed a promotion into prod',
    undefined,
  ],
  [
    {
      verb: 'verification.finished',
      phase: 'Successful',
      actor: 'component:verification',
    },
    'verified what is in prod',
    undefined,
  ],
  [
    {
      verb: 'verification.finished',
      phase: 'Failed',
      actor: 'component:verification',
    },
    'could not verify what is in prod',
    undefined,
  ],
  [
    { verb: 'verification.finished', phase: 'Failed', reason: 'flaky' },
    'stopped verifying what is in prod',
    'flaky',
  ],
  [
    { verb: 'freight.quarantined', stage: undefined, reason: 'leaks' },
    'quarantined 1.4.2',
    'leaks',
  ],
  [
    { verb: 'promotion.finished', phase: 'Aborted' },
    'ended a promotion into prod: it was aborted',
    undefined,
  ],
  [
    {
      verb: 'denied',
      message: 'stevedore.promotion.approve',
      reason: 'user:default/ada may not approve promotions',
    },
    'was refused (stevedore.promotion.approve)',
    'ada may not approve promotions',
  ],
  [
    {
      verb: 'freight.created',
      stage: undefined,
      subject: 'freight:abcdef0123',
      versions: undefined,
    },
    'found freight abcdef0',
    undefined,
  ],
  [
    { verb: 'hold.set', subject: 'stage:prod' },
    'put auto-promotion of prod on hold',
    undefined,
  ],
  [
    { verb: 'somebody.invented', subject: 'stage:prod' },
    'somebody.invented stage:prod',
    undefined,
  ],
])('tells %j', (changes, sentence, why) => {
  expect(historyLine(historyEntry(1, changes))).toMatchObject({ sentence });
  expect(historyLine(historyEntry(1, changes)).why).toBe(why);
});

it('keeps what came of it apart from what a person said', () => {
  const entry = historyEntry(1, {
    verb: 'promotion.finished',
    phase: 'Succeeded',
    message: 'commit 3f2c1ab is on main',
  });
  expect(historyLine(entry).result).toBe('commit 3f2c1ab is on main');
});

it('does not say twice by whom something was rejected', () => {
  const entry = historyEntry(1, {
    verb: 'promotion.finished',
    phase: 'Rejected',
    actor: 'user:default/ravi',
    message: 'rejected by user:default/ravi',
  });
  expect(historyLine(entry)).toMatchObject({
    sentence: 'ended a promotion into prod: it was rejected',
    result: undefined,
  });
});

it('quotes nobody where no person said anything', () => {
  const entry = historyEntry(1, {
    actor: 'component:promotions',
    verb: 'promotion.queued',
    reason: 'approved',
  });
  expect(historyLine(entry)).toMatchObject({
    sentence: 'queued a promotion into prod',
    result: 'approved',
    why: undefined,
  });
});

it.each([
  [{ rollback: true }, 'asked to roll prod back to 1.4.2'],
  [
    { verb: 'promotion.restored', afterMs: 720_000 },
    'saw that prod is good again, after 12 min',
  ],
  [{ verb: 'rollback.skipped' }, 'did not roll prod back'],
  [
    { verb: 'verification.started', phase: 'Pending' },
    'is about to verify what is in prod',
  ],
  [
    { verb: 'verification.started', phase: 'Running' },
    'began to verify what is in prod',
  ],
  [
    { verb: 'approval.brokeGlass' },
    'broke the glass for a promotion into prod',
  ],
  [{ verb: 'lock.set', stage: undefined }, 'stopped the line'],
  [{ verb: 'rollout.asked', phase: 'abort' }, 'aborted a rollout of prod'],
  [
    { verb: 'rollout.asked', phase: 'promote-full' },
    'fully promoted a rollout of prod',
  ],
  [
    { verb: 'rollout.failed', actor: 'component:rollouts' },
    'could not steer a rollout of prod',
  ],
])('says of %j: %s', (changes, sentence) => {
  expect(historyLine(historyEntry(1, changes)).sentence).toBe(sentence);
});

it('tells what was given along with a promotion', () => {
  const inputs = [
    { name: 'ticket', value: 'OPS-12' },
    { name: 'note', value: '' },
  ];
  expect(historyLine(historyEntry(1, { inputs })).sentence).toBe(
    'asked for 1.4.2 into prod, with ticket OPS-12, note (empty)',
  );
});

it.each([
  ['user:default/ada', true],
  ['group:default/team-web', true],
  ['component:promotions', false],
])('knows whether %s is a person', (actor, person) => {
  expect(isPerson(actor)).toBe(person);
});

it('puts entries under their days', () => {
  const entries = [
    historyEntry(9),
    historyEntry(8),
    historyEntry(7, { at: minutesAgo(24 * 60) }),
  ];
  expect(
    historyDays(entries, NOW).map(({ label, entries: { length } }) => [
      label,
      length,
    ]),
  ).toEqual([
    ['Today', 2],
    ['Yesterday', 1],
  ]);
});
