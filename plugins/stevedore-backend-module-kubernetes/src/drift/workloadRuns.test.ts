import { viewOf } from '../__testUtils__/viewOf';
import { ROLLOUTS } from '../rollouts/rollout';
import { Workload, WORKLOAD_KINDS } from '../workloads/workloadKinds';
import { workloadRuns } from './workloadRuns';

const { Deployment } = WORKLOAD_KINDS;
const template = {
  spec: {
    initContainers: [{ image: 'acme/migrate:1' }],
    containers: [{ image: 'acme/web:1' }, {}],
  },
};
const images = ['acme/migrate:1', 'acme/web:1'];

describe('what a workload says that runs', () => {
  const deployment = (updatedReplicas: number): Workload => ({
    metadata: { name: 'web', namespace: 'shop', generation: 2 },
    spec: { replicas: 2, template },
    status: {
      ...{ observedGeneration: 2, replicas: 2, updatedReplicas },
      availableReplicas: 2,
    },
  });

  it('has the images of its pods, once it is rolled out', () => {
    const said = (updated: number) =>
      workloadRuns(deployment(updated), Deployment, viewOf([]));
    expect(said(2)).toEqual({ images, revisions: [] });
    expect(said(1)).toEqual({ reason: 'has 1 of 2 replicas updated' });
  });
});

describe('what a Rollout says that runs', () => {
  const rollout = (spec: object, phase = 'Healthy') =>
    ({
      metadata: { name: 'web', namespace: 'shop', generation: 3 },
      spec: { replicas: 1, strategy: { canary: { steps: [] } }, ...spec },
      status: { observedGeneration: '3', phase },
    } as unknown as Workload);
  const from = (kind: string) => ({ workloadRef: { kind, name: 'web' } });
  const referred = {
    kind: Deployment,
    object: {
      metadata: { name: 'web', namespace: 'shop' },
      spec: { replicas: 0, template },
    },
  };

  it.each<[string, Workload, object]>([
    ['its own images', rollout({ template }), { images, revisions: [] }],
    [
      'nothing while it is between two versions',
      rollout({ template }, 'Progressing'),
      { reason: expect.stringMatching(/^is not through \(canary at/) },
    ],
    [
      'nothing while it is paused',
      rollout({ template }, 'Paused'),
      { reason: expect.stringMatching(/^is paused/) },
    ],
    [
      'those of the Deployment that it takes its pods from',
      rollout(from('Deployment')),
      { images, revisions: [] },
    ],
    [
      'that it takes its pods from what is not read',
      rollout(from('PodTemplate')),
      { reason: 'takes its pods from PodTemplate "web", which is not read' },
    ],
  ])('has %s', (_, object, said) => {
    expect(workloadRuns(object, ROLLOUTS, viewOf([referred]))).toEqual(said);
  });

  it('says where it cannot see whose pods it takes', () => {
    const runs = (...of: Parameters<typeof viewOf>) =>
      workloadRuns(rollout(from('Deployment')), ROLLOUTS, viewOf(...of));
    const whose =
      'takes its pods from Deployment "web" in namespace "shop", which';
    expect(runs([])).toEqual({ reason: `${whose} is not there` });
    expect(runs([], { Deployment: { reason: 'no right' } })).toEqual({
      reason: `${whose} cannot be seen: no right`,
    });
  });
});
