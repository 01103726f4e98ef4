import { Application } from './application';
import { Awaited, DEFAULT_AWAITED, judgeWait } from './judgeWait';

const T1 = '2026-05-04T12:00:00Z';
const T2 = '2026-05-04T12:00:05Z';

const app = (
  status: Application['status'],
  more: Partial<Application> = {},
): Application => ({
  metadata: { name: 'web', namespace: 'argocd' },
  status: {
    health: { status: 'Healthy' },
    sync: { status: 'Synced' },
    reconciledAt: T2,
    operationState: { phase: 'Succeeded', finishedAt: T1 },
    ...status,
  },
  ...more,
});

const health = (status: string) => app({ health: { status } });

describe('judgeWait', () => {
  it.each<
    [string, Application, readonly Awaited[], string | undefined, string]
  >([
    ['all is well', app({}), DEFAULT_AWAITED, undefined, 'met'],
    [
      'it cannot be compared',
      app({ conditions: [{ type: 'ComparisonError', message: 'x' }] }),
      DEFAULT_AWAITED,
      undefined,
      'lost',
    ],
    [
      'a sync is asked for',
      app({}, { operation: {} }),
      DEFAULT_AWAITED,
      undefined,
      'waiting',
    ],
    [
      'a sync runs',
      app({ operationState: { phase: 'Running' } }),
      DEFAULT_AWAITED,
      undefined,
      'waiting',
    ],
    [
      'a sync runs, and only health is awaited',
      app({ operationState: { phase: 'Running' } }),
      ['health'],
      undefined,
      'met',
    ],
    [
      'its health is older than its last operation',
      app({ reconciledAt: T1, operationState: { finishedAt: T2 } }),
      DEFAULT_AWAITED,
      undefined,
      'waiting',
    ],
    ['it progresses', health('Progressing'), ['health'], 'Healthy', 'waiting'],
    ['it fell', health('Degraded'), ['health'], 'Progressing', 'lost'],
    [
      'it was bad before',
      health('Degraded'),
      ['health'],
      'Degraded',
      'waiting',
    ],
    [
      'nobody knew before',
      health('Degraded'),
      ['health'],
      'Unknown',
      'waiting',
    ],
    [
      'it is looked at first',
      health('Degraded'),
      ['health'],
      undefined,
      'waiting',
    ],
    ['it fell as awaited', health('Degraded'), ['degraded'], 'Healthy', 'met'],
    [
      'either is good enough',
      health('Suspended'),
      ['health', 'suspended'],
      undefined,
      'met',
    ],
    [
      'it is out of sync',
      app({ sync: { status: 'OutOfSync' } }),
      DEFAULT_AWAITED,
      undefined,
      'waiting',
    ],
    [
      'it is out of sync, and nobody asks',
      app({ sync: { status: 'OutOfSync' } }),
      ['health', 'operation'],
      undefined,
      'met',
    ],
  ])('%s', (_, application, awaited, before, status) => {
    expect(judgeWait(application, awaited, before).status).toBe(status);
  });
});
