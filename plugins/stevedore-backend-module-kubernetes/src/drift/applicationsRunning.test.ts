import { Application } from '../argocd/application';
import { applicationRuns } from './applicationsRunning';

const T1 = '2026-05-04T12:00:00Z';
const T2 = '2026-05-04T12:00:05Z';
const GIT = 'https://git.acme.dev/deploy';

describe('what an Application says that runs', () => {
  const sources = [
    { repoURL: GIT },
    { repoURL: 'https://charts.acme.dev', chart: 'web' },
  ];
  const images = ['ghcr.io/acme/web:1.4.2'];
  const runs = (status: Application['status'], spec: object = { sources }) =>
    applicationRuns({
      metadata: { name: 'web', namespace: 'argocd' },
      ...{ spec, status },
    });
  const revisions = ['abc', '2.0.0'];
  const all = [
    { repoURL: GIT, chart: undefined, revision: 'abc' },
    { ...sources[1], revision: '2.0.0' },
  ];

  it.each<[string, Application['status'], object]>([
    ['nothing yet', undefined, { reason: 'was not looked at by Argo CD yet' }],
    [
      'each of its sources by its revision',
      { sync: { status: 'Synced', revisions }, summary: { images } },
      { images, revisions: all },
    ],
    [
      'what was synced last, where it is compared with something newer',
      {
        sync: { status: 'OutOfSync', revisions: ['def', '2.1.0'] },
        operationState: { finishedAt: T1, syncResult: { revisions } },
        reconciledAt: T1,
      },
      { images: [], revisions: all },
    ],
    [
      'nothing of revisions where it never was synced',
      { sync: { status: 'OutOfSync', revisions }, summary: { images } },
      { images, revisions: [] },
    ],
    [
      'nothing while it is synced',
      { sync: { status: 'Synced', revisions }, operationState: {} },
      { reason: 'is being synced' },
    ],
    [
      'nothing from before its last operation ended',
      {
        sync: { status: 'Synced', revisions },
        operationState: { finishedAt: T2 },
        reconciledAt: T1,
      },
      { reason: 'was not reconciled since its last operation ended' },
    ],
  ])('%s', (_, status, said) => {
    expect(runs(status)).toEqual(said);
  });

  it('names its only source', () => {
    const status = { sync: { status: 'Synced', revision: 'abc' } };
    expect(runs(status, { source: { repoURL: GIT } })).toEqual({
      images: [],
      revisions: [{ repoURL: GIT, revision: 'abc' }],
    });
  });
});
