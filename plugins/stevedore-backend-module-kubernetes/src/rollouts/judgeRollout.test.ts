import { canaryState, stepName } from './canaryState';
import { judgeRollout } from './judgeRollout';
import { CanaryStep, Rollout } from './rollout';
import { rolloutPhase } from './rolloutPhase';
import { rolloutState, secondsOf } from './rolloutState';

const STEPS: CanaryStep[] = [{ setWeight: 20 }, { pause: { duration: '5m' } }];

const rollout = (
  status: Rollout['status'],
  spec: Rollout['spec'] = {},
): Rollout => ({
  metadata: { name: 'web', namespace: 'shop', generation: 3 },
  spec: {
    replicas: 5,
    template: { spec: { containers: [{ image: 'acme/web:2' }] } },
    strategy: { canary: { steps: STEPS } },
    ...spec,
  },
  status: {
    observedGeneration: '3',
    currentPodHash: 'b',
    stableRS: 'b',
    ...{ replicas: 5, updatedReplicas: 5, availableReplicas: 5 },
    ...status,
  },
});
const PAUSE = { reason: 'CanaryPauseStep', startTime: '2026-05-04T10:00:00Z' };
const blueGreen = { strategy: { blueGreen: { activeService: 'web' } } };

describe('the phase of a Rollout', () => {
  it.each<[string, Rollout, string, string?]>([
    ['all is there', rollout({}), 'Healthy'],
    [
      'its controller has not looked',
      rollout({ observedGeneration: '2', phase: 'Healthy' }),
      'Unknown',
      'has not looked',
    ],
    ['it has no status', { ...rollout({}), status: undefined }, 'Unknown'],
    [
      'its controller writes a hash, as it did up to 0.9',
      rollout({ observedGeneration: '7b9c' }),
      'Healthy',
    ],
    [
      'its workload changed',
      {
        ...rollout({ workloadObservedGeneration: '1', phase: 'Healthy' }),
        metadata: {
          ...{ name: 'web', generation: 3 },
          annotations: { 'rollout.argoproj.io/workload-generation': '2' },
        },
      },
      'Unknown',
      'of its workload',
    ],
    [
      'its pause was taken away, and it has not gone on yet',
      rollout({ controllerPause: true, phase: 'Paused' }),
      'Progressing',
    ],
    [
      'its controller says it',
      rollout({ phase: 'Degraded', message: 'RolloutAborted: by x' }),
      'Degraded',
      'RolloutAborted: by x',
    ],
    [
      'its specification is invalid',
      rollout({
        conditions: [{ type: 'InvalidSpec', status: 'True', message: 'no' }],
      }),
      'Degraded',
      'InvalidSpec: no',
    ],
    [
      'it was aborted',
      rollout({
        conditions: [
          {
            ...{ type: 'Progressing', status: 'False' },
            ...{ reason: 'RolloutAborted', message: 'it failed' },
          },
        ],
      }),
      'Degraded',
    ],
    ['somebody paused it', rollout({}, { paused: true }), 'Paused'],
    [
      'it is at a pause',
      rollout({ pauseConditions: [PAUSE], controllerPause: true }),
      'Paused',
      'CanaryPauseStep',
    ],
    [
      'it is restarting',
      rollout({}, { restartAt: '2026-05-04T10:00:00Z' }),
      'Progressing',
    ],
    [
      'some are old',
      rollout({ updatedReplicas: 1 }),
      'Progressing',
      'has 1 of 5 replicas updated',
    ],
    [
      'some are not available',
      rollout({ availableReplicas: 4 }),
      'Progressing',
    ],
    ['old ones are left', rollout({ replicas: 6 }), 'Progressing'],
    [
      'the traffic is routed, so old ones may stay',
      rollout(
        { replicas: 10 },
        { strategy: { canary: { trafficRouting: {} } } },
      ),
      'Healthy',
    ],
    ['steps are left', rollout({ stableRS: 'a' }), 'Progressing'],
    ['it has not switched', rollout({}, blueGreen), 'Progressing', 'switched'],
    [
      'it is analysed after the switch',
      rollout({ stableRS: 'a', blueGreen: { activeSelector: 'b' } }, blueGreen),
      'Progressing',
      'analysis',
    ],
    [
      'it has switched',
      rollout({ blueGreen: { activeSelector: 'b' } }, blueGreen),
      'Healthy',
    ],
  ])('%s', (_, judged, phase, message = '') => {
    const said = rolloutPhase(judged);
    expect(said.phase).toBe(phase);
    expect(said.message ?? '').toContain(message);
  });
});

describe('judgeRollout', () => {
  it('is ready, broken, or waits, and says where it is', () => {
    expect(judgeRollout(rollout({}), ['acme/web:2'])).toEqual({
      status: 'ready',
    });
    expect(judgeRollout(rollout({}), ['acme/web:3'])).toEqual({
      status: 'waiting',
      reason: 'has acme/web:2, not acme/web:3',
    });
    expect(
      judgeRollout(
        rollout({ phase: 'Degraded', message: 'RolloutAborted: by x' }),
      ),
    ).toEqual({
      status: 'broken',
      reason: 'is degraded: RolloutAborted: by x',
    });
    expect(
      judgeRollout(
        rollout({
          ...{ stableRS: 'a', currentStepIndex: 1, updatedReplicas: 1 },
          pauseConditions: [PAUSE],
        }),
      ),
    ).toEqual({
      status: 'suspended',
      reason:
        'is paused (canary at 20 %, step 2 of 2) until 2026-05-04T10:05:00.000Z: step 2 is a pause',
    });
    expect(judgeRollout(rollout({ observedGeneration: '2' }))).toMatchObject({
      status: 'waiting',
    });
  });
});

describe('the weight of a canary', () => {
  const at = (step: number | null, status: Rollout['status'] = {}) =>
    canaryState(
      rollout({
        ...{ stableRS: 'a', currentStepIndex: step, updatedReplicas: 2 },
        ...status,
      }),
    );

  it.each<[string, ReturnType<typeof at>, number, number]>([
    ['before the first weight', at(null), 20, 40],
    ['at a pause after it', at(1), 20, 40],
    ['with all steps done', at(2), 100, 40],
    ['aborted', at(1, { abort: true, updatedReplicas: 0 }), 0, 0],
    ['fully promoted', at(1, { stableRS: 'b' }), 100, 100],
  ])('%s', (_, { weight, actual }, wanted, there) => {
    expect([weight, actual]).toEqual([wanted, there]);
  });

  it('is that of the traffic where that is routed', () => {
    const routed = rollout(
      {
        ...{ stableRS: 'a', currentStepIndex: 1 },
        canary: { weights: { canary: { weight: 15 } } },
      },
      { strategy: { canary: { steps: STEPS, trafficRouting: {} } } },
    );
    expect(canaryState(routed)).toMatchObject({ weight: 20, actual: 15 });
  });
});

describe('the name of a step', () => {
  it.each<[CanaryStep, string]>([
    [{ setWeight: 0 }, 'weight 0 %'],
    [{ pause: {} }, 'pause until somebody promotes'],
    [{ pause: { duration: 30 } }, 'pause 30s'],
    [{ pause: { duration: '1h' } }, 'pause 1h'],
    [{ analysis: { templates: [{ templateName: 'a' }] } }, 'analysis a'],
    [{ analysis: {} }, 'analysis'],
    [{ experiment: {} }, 'experiment'],
    [{ setCanaryScale: { weight: 25 } }, 'scale of the canary 25 %'],
    [{ setCanaryScale: { replicas: 3 } }, 'scale of the canary 3 replicas'],
    [
      { setCanaryScale: { matchTrafficWeight: true } },
      'scale of the canary as the traffic',
    ],
    [{ setHeaderRoute: { name: 'beta' } }, 'header route beta'],
    [
      { setMirrorRoute: { name: 'shadow', percentage: 35 } },
      'mirror route shadow of 35 %',
    ],
    [{ plugin: { name: 'acme/x' } }, 'plugin acme/x'],
    [{}, 'a step of another kind'],
  ])('%j', (step, name) => {
    expect(stepName(step)).toBe(name);
  });
});

it.each([
  [10, 10],
  ['10', 10],
  ['1h30m', 5_400],
  ['2.5m', 150],
  ['soon', undefined],
])('a pause of %p takes %p seconds', (duration, seconds) => {
  expect(secondsOf(duration)).toBe(seconds);
});

it('shows what is stable with the images that its ReplicaSet told', () => {
  const known = (hash: string) =>
    hash === 'a' ? { number: 3, images: ['acme/web:1'] } : undefined;
  const state = rolloutState(
    rollout({ stableRS: 'a', updatedReplicas: 1, replicas: 5 }),
    known,
  );
  expect(state).toMatchObject({
    stable: { hash: 'a', number: 3, images: ['acme/web:1'], replicas: 4 },
    next: { hash: 'b', images: ['acme/web:2'], replicas: 1 },
  });
});
