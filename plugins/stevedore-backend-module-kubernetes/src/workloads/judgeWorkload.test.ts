import { judgeWorkload } from './judgeWorkload';
import { Workload } from './workloadKinds';

const workload = (
  status: Workload['status'],
  spec: Workload['spec'] = {},
): Workload => ({
  metadata: { name: 'web', namespace: 'shop', generation: 3 },
  spec: {
    replicas: 2,
    template: { spec: { containers: [{ image: 'acme/web:2' }] } },
    ...spec,
  },
  status: {
    observedGeneration: 3,
    replicas: 2,
    updatedReplicas: 2,
    availableReplicas: 2,
    ...status,
  },
});

describe('judgeWorkload', () => {
  it.each<[string, Workload, string]>([
    ['all is there', workload({}), 'ready'],
    [
      'its controller has not looked',
      workload({ observedGeneration: 2 }),
      'waiting',
    ],
    ['some are old', workload({ updatedReplicas: 1 }), 'waiting'],
    ['old ones are left', workload({ replicas: 3 }), 'waiting'],
    ['some are not available', workload({ availableReplicas: 1 }), 'waiting'],
    ['it is paused', workload({}, { paused: true }), 'suspended'],
    [
      'none are wanted',
      workload(
        { replicas: 0, updatedReplicas: 0, availableReplicas: 0 },
        { replicas: 0 },
      ),
      'ready',
    ],
    [
      'it takes too long',
      workload({
        updatedReplicas: 1,
        conditions: [
          {
            type: 'Progressing',
            status: 'False',
            reason: 'ProgressDeadlineExceeded',
          },
        ],
      }),
      'broken',
    ],
    [
      'every node has it',
      workload({
        desiredNumberScheduled: 5,
        updatedNumberScheduled: 5,
        numberAvailable: 5,
        replicas: undefined,
      }),
      'ready',
    ],
    [
      'a node lacks it',
      workload({
        desiredNumberScheduled: 5,
        updatedNumberScheduled: 4,
        numberAvailable: 5,
        replicas: undefined,
      }),
      'waiting',
    ],
  ])('%s', (_, judged, status) => {
    expect(judgeWorkload(judged).status).toBe(status);
  });

  it('waits for the image that is to run', () => {
    expect(judgeWorkload(workload({}), ['acme/web:2']).status).toBe('ready');
    expect(judgeWorkload(workload({}), ['acme/web:3'])).toEqual({
      status: 'waiting',
      reason: 'has acme/web:2, not acme/web:3',
    });
  });
});
