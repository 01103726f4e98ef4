import { Job, judgeJob, Pod } from './judgeJob';
import { printedLines } from './printedLines';

const job = (status: Job['status'], spec: object = {}): Job =>
  ({ metadata: { name: 'j' }, spec, status } as Job);
const pod = (name: string, status: object, creationTimestamp = '1'): Pod =>
  ({ metadata: { name, creationTimestamp }, status } as unknown as Pod);
const containers = (...states: object[]) => ({
  containerStatuses: states.map((state, index) => ({
    ...{ name: `c${index}`, image: 'acme/x', state },
  })),
});
const waiting = (reason: string, message?: string) =>
  containers({ waiting: { reason, message } });
const ended = (type: string, more: object = {}) =>
  job({ conditions: [{ type, status: 'True', ...more }] } as Job['status']);

describe('a Job that is not over', () => {
  it.each<[string, Job, Pod[], string | undefined]>([
    ['is suspended', job({}, { suspend: true }), [], 'is suspended'],
    ['has no pod', job(undefined), [], 'has no pod yet'],
    [
      'runs',
      job({ active: 1 }),
      [pod('p', containers({ running: {} }))],
      undefined,
    ],
    [
      'is being prepared',
      job({}),
      [pod('p', waiting('ContainerCreating'))],
      undefined,
    ],
    [
      'cannot pull its image',
      job({}),
      [pod('p', waiting('ErrImagePull', 'manifest unknown'))],
      'cannot pull its image (acme/x): manifest unknown',
    ],
    [
      'waits before it tries that again',
      job({}),
      [pod('p', waiting('ImagePullBackOff'))],
      'cannot pull its image (acme/x): ImagePullBackOff',
    ],
    [
      'lacks a Secret',
      job({}),
      [pod('p', waiting('CreateContainerConfigError', 'secret "x" not found'))],
      'cannot be configured (acme/x): secret "x" not found',
    ],
    [
      'ends again and again',
      job({}),
      [pod('p', waiting('CrashLoopBackOff', 'back-off 5m'))],
      'ends again and again (acme/x): back-off 5m',
    ],
    [
      'waits in an init container',
      job({}),
      [
        pod('p', {
          initContainerStatuses: waiting('InvalidImageName').containerStatuses,
        }),
      ],
      'has an image whose name is none (acme/x): InvalidImageName',
    ],
    [
      'has no node',
      job({}),
      [
        pod('p', {
          conditions: [
            { type: 'PodScheduled', status: 'False', reason: 'Unschedulable' },
          ],
        }),
      ],
      'has no place to run: Unschedulable',
    ],
    [
      'got a second pod',
      job({}),
      [
        pod('new', containers({ running: {} }), '2'),
        pod('old', waiting('ImagePullBackOff'), '1'),
      ],
      undefined,
    ],
    [
      'has a condition that is not true',
      job({
        conditions: [{ type: 'Failed', status: 'False' }],
      } as Job['status']),
      [pod('p', containers({ running: {} }))],
      undefined,
    ],
  ])('%s', (_, it, pods, obstacle) => {
    expect(judgeJob(it, pods)).toEqual({ status: 'running', obstacle });
  });
});

describe('a Job that is over', () => {
  const done = (exitCode: number, message?: string) => ({
    terminated: { exitCode, message },
  });

  it('gives what its newest pod left', () => {
    const pods = [
      pod('second', containers(done(0, 'out')), '2'),
      pod('first', containers(done(1, 'old')), '1'),
    ];
    expect(judgeJob(ended('Complete'), pods)).toEqual({
      status: 'complete',
      container: { pod: 'second', name: 'c0', message: 'out' },
    });
    expect(judgeJob(ended('Complete'), [])).toEqual({ status: 'complete' });
  });

  it.each([
    [{ reason: 'BackoffLimitExceeded', message: 'too often' }, 'too often'],
    [{ reason: 'DeadlineExceeded' }, 'DeadlineExceeded'],
    [{}, 'it failed'],
  ])('failed: %j', (more, reason) => {
    const pods = [pod('p', containers(done(0), done(3, 'broke')))];
    expect(judgeJob(ended('Failed', more), pods)).toEqual({
      ...{ status: 'failed', reason },
      container: { pod: 'p', name: 'c1', message: 'broke' },
    });
  });
});

it('reads lines with the times of any node, and leaves out what has none', () => {
  expect(
    printedLines(
      [
        '2026-03-02T12:00:00.123456789Z a b',
        '2026-03-02T14:00:00.5+02:00 c\r',
        '2026-03-02T12:00:01Z ',
        'half a line',
        '',
      ].join('\n'),
    ),
  ).toEqual([
    { at: '2026-03-02T12:00:00.123456789Z', text: 'a b' },
    { at: '2026-03-02T12:00:00.500000000Z', text: 'c' },
    { at: '2026-03-02T12:00:01.000000000Z', text: '' },
  ]);
});
