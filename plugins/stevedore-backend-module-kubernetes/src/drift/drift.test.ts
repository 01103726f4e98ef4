import { Application } from '../argocd/application';
import { FLUX_KINDS, FluxKind, FluxObject } from '../flux/fluxKinds';
import { Workload } from '../workloads/workloadKinds';
import { judgeWorkload } from '../workloads/judgeWorkload';
import { applicationRuns } from './applicationsRunning';
import { fluxRuns } from './fluxRunning';
import { workloadRuns } from './workloadRuns';

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

describe('what Flux says that runs', () => {
  const revision = `main@sha1:${'a'.repeat(40)}`;
  const object = (
    status: FluxObject['status'],
    spec?: FluxObject['spec'],
  ): FluxObject => ({ metadata: { name: 'web' }, spec, status });

  it.each<[string, FluxKind, FluxObject, object]>([
    [
      'what a Kustomization applied last, be it ready or not',
      'Kustomization',
      object({ lastAppliedRevision: revision }, { suspend: true }),
      { images: [], revisions: [{ revision }] },
    ],
    [
      'nothing of a Kustomization that applied nothing',
      'Kustomization',
      object({}),
      { reason: 'has applied nothing yet' },
    ],
    [
      'the chart of the newest release',
      'HelmRelease',
      object({
        history: [
          { chartName: 'web', chartVersion: '2.0.0' },
          { chartName: 'web', chartVersion: '1.0.0' },
        ],
      }),
      { images: [], revisions: [{ chart: 'web', revision: '2.0.0' }] },
    ],
    [
      'the chart that a release asks for, where it does not say which it has',
      'HelmRelease',
      object(
        { history: [{ chartVersion: '2.0.0' }] },
        { chart: { spec: { chart: 'web' } } },
      ),
      { images: [], revisions: [{ chart: 'web', revision: '2.0.0' }] },
    ],
    [
      'nothing of a HelmRelease without a release',
      'HelmRelease',
      object({ history: [] }),
      { reason: 'has released nothing yet' },
    ],
    [
      'nothing that runs of a source',
      'GitRepository',
      object({ artifact: { revision } }),
      { images: [], revisions: [] },
    ],
  ])('%s', (_, kind, what, said) => {
    expect(fluxRuns(what, FLUX_KINDS[kind])).toEqual(said);
  });
});

describe('what a workload says that runs', () => {
  const workload = (updatedReplicas: number): Workload => ({
    metadata: { name: 'web', generation: 2 },
    spec: {
      replicas: 2,
      template: {
        spec: {
          initContainers: [{ image: 'acme/migrate:1' }],
          containers: [{ image: 'acme/web:1' }, {}],
        },
      },
    },
    status: {
      ...{ observedGeneration: 2, replicas: 2, updatedReplicas },
      availableReplicas: 2,
    },
  });
  const said = (updated: number) =>
    workloadRuns(workload(updated), judgeWorkload(workload(updated)));

  it('has the images of its pods, once it is rolled out', () => {
    expect(said(2)).toEqual({
      images: ['acme/migrate:1', 'acme/web:1'],
      revisions: [],
    });
    expect(said(1)).toEqual({ reason: 'has 1 of 2 replicas updated' });
  });
});
