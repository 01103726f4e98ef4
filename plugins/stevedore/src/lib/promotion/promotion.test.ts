import { minutesAgo, promotion } from '../../fixtures/pipeline';
import {
  approval,
  promotionDetail,
  runningDetail,
  step,
} from '../../fixtures/promotion';
import { approvalLeadsTo, decisionLines, needLines } from './approvalLines';
import {
  abortMeans,
  announcement,
  hasEnded,
  promotionTitle,
  steering,
} from './promotionTitle';
import { stepFailure } from './stepFailure';
import { stepLines } from './stepLines';

describe('steps', () => {
  it('give their result in one line', () => {
    const lines = stepLines(runningDetail());
    expect(lines.map(({ badge, result }) => [badge.word, result])).toEqual([
      ['done', 'cloned main at 91ab3f2'],
      ['done', 'set ghcr.io/acme/web to 1.4.2'],
      ['runs', ''],
    ]);
    expect([lines[0].started, lines[2].ended]).toEqual([
      Date.parse(minutesAgo(4)),
      undefined,
    ]);
  });

  it.each([
    [{ status: 'Running', message: 'main moved on' }, 'waits: main moved on'],
    [
      { message: 'commit 3f2c1ab is on main\nmore', attempt: 3 },
      'commit 3f2c1ab is on main · attempt 3',
    ],
    [{ message: undefined }, ''],
  ] as const)('say of %j: %s', (changes, result) => {
    const [line] = stepLines(promotionDetail({ steps: [step(2, changes)] }));
    expect(line.result).toBe(result);
  });

  it('say which never ran once it has ended', () => {
    const lines = stepLines(
      runningDetail({
        steps: [step(0), step(1, { status: 'Pending' })],
        promotion: { phase: 'Aborted' },
      }),
    );
    expect(lines.map(line => line.badge.word)).toEqual(['done', 'never ran']);
  });

  it('show which one asks', () => {
    const lines = stepLines(
      runningDetail({ promotion: { question: 'Did the call arrive?' } }),
    );
    expect(lines.map(line => line.badge.word)).toEqual([
      'done',
      'done',
      'asks you',
    ]);
  });
});

describe('failure', () => {
  it.each([
    [
      'git-push',
      'Errored',
      'remote: HTTP 403 denied',
      'could not be pushed',
      'credentials',
    ],
    [
      'git-clone',
      'Errored',
      'connect ETIMEDOUT 10.0.0.1',
      'could not be read',
      'other side is up',
    ],
    [
      'kustomize-set-image',
      'Failed',
      'no such file apps/x',
      'Kustomize',
      'path or name',
    ],
    [
      'git-push',
      'Failed',
      'protected branch hook declined',
      'could not be pushed',
      'rules may refuse',
    ],
    [
      'yaml-update',
      'Failed',
      'invalid key image.tag',
      'A file could not',
      'Mend the file',
    ],
    [
      'http',
      'Failed',
      'answered 418',
      'did not answer as expected',
      'Read the log',
    ],
  ] as const)(
    'of %s (%s: %s) in plain words',
    (uses, status, message, plain, hint) => {
      const failure = stepFailure(step(2, { uses, status, message }));
      expect(failure?.plain).toContain(plain);
      expect(failure?.raw).toBe(message);
      expect(failure?.tries[0]).toContain(hint);
      expect(failure?.tries.join(' ')).toContain('etry');
    },
  );

  it('names a step of a kind that is not known', () => {
    const failure = stepFailure(
      step(2, { uses: 'acme-deploy', alias: 'ship', status: 'Failed' }),
    );
    expect(failure?.plain).toBe(
      'The step ship did not succeed: it ran, and the answer was no.',
    );
    expect(failure?.raw).toBeUndefined();
  });

  it('is none of a step that did not fail', () => {
    expect(stepFailure(step(0))).toBeUndefined();
  });
});

describe('approvals', () => {
  it('say what is needed and who gave it', () => {
    const needs = [
      {
        count: 2,
        from: 'group:default/release-managers',
        by: ['user:default/ravi'],
      },
      { count: 1, from: 'owner', by: ['user:default/ada'] },
    ];
    expect(
      needLines(needs).map(each => `${each.badge.word} ${each.sentence}`),
    ).toEqual([
      'missing 1 of 2 from release-managers: ravi',
      'given 1 of 1 from owners of the component: ada',
    ]);
    expect(needLines()).toEqual([]);
  });

  it.each([
    [approval(), 'approved'],
    [approval({ decision: 'rejected' }), 'rejected'],
    [
      approval({ counts: false, whyNot: 'It was taken back.' }),
      'approved, does not count',
    ],
  ])('are shown as what they are: %#', (given, word) => {
    expect(decisionLines([given])[0].badge.word).toBe(word);
  });

  it.each([
    [
      'approved',
      'Yours is the last approval: then prod gets it as soon as its turn comes.',
    ],
    [
      'waits for approval: 1 of 2 from group:default/release-managers',
      'After yours it still waits for approval: 1 of 2 from release-managers.',
    ],
    [undefined, undefined],
  ])('lead on: %s', (ifApproved, sentence) => {
    expect(approvalLeadsTo({ ifApproved, promotion: promotion() })).toBe(
      sentence,
    );
  });
});

describe('title', () => {
  it('says what aborting comes to, before it began and while it runs', () => {
    expect(abortMeans({})).toMatch('nothing is written');
    expect(abortMeans({ startedAt: '2026-03-01T12:00:00Z' })).toMatch(
      'is interrupted',
    );
  });

  it('says what goes where', () => {
    expect(promotionTitle(promotion())).toBe('1.4.2 to prod');
    expect(announcement(promotion())).toBe(
      '1.4.2 to prod: Waits for approval: 1 of 2 from release-managers.',
    );
  });

  it.each([
    ['Running', undefined, { abort: true, retry: false }],
    ['Running', 'Did it arrive?', { abort: true, retry: true }],
    ['Succeeded', undefined, { abort: false, retry: false }],
    ['Failed', undefined, { abort: false, retry: true }],
  ] as const)('is steered in %s (%s)', (phase, question, can) => {
    expect(steering({ phase, question })).toEqual(can);
  });

  it.each([
    ['Requested', false],
    ['Running', false],
    ['Succeeded', true],
    ['Superseded', true],
  ] as const)('knows whether %s has ended', (phase, ended) => {
    expect(hasEnded({ phase })).toBe(ended);
  });
});
