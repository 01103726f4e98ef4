import { RolloutAct } from '@stevedore/promotion-engine';
import { decideAct, RolloutPatches } from './decideAct';
import { Rollout } from './rollout';

const rollout = (
  status: Rollout['status'],
  spec: Rollout['spec'] = {},
): Rollout => ({
  metadata: { name: 'web', generation: 3 },
  spec: {
    strategy: {
      canary: { steps: [{ setWeight: 20 }, { pause: {} }, { setWeight: 50 }] },
    },
    ...spec,
  },
  status: {
    ...{ observedGeneration: '3', currentPodHash: 'b', stableRS: 'a' },
    currentStepIndex: 1,
    ...status,
  },
});
const pauseConditions = [
  { reason: 'CanaryPauseStep', startTime: '2026-05-04T10:00:00Z' },
];
const paused = { pauseConditions, controllerPause: true };
const blueGreen = { strategy: { blueGreen: { activeService: 'web' } } };
const analysis = {
  currentStepAnalysisRunStatus: { name: 'x', status: 'Inconclusive' },
};

describe('what an act writes', () => {
  it.each<[RolloutAct, string, Rollout, RolloutPatches]>([
    [
      'promote',
      'at a pause',
      rollout(paused),
      { status: { pauseConditions: null } },
    ],
    [
      'promote',
      'in a step',
      rollout({}),
      { status: { pauseConditions: null, currentStepIndex: 2 } },
    ],
    [
      'promote',
      'at a pause that a person prolonged',
      rollout(paused, { ...rollout({}).spec, paused: true }),
      { spec: { paused: false }, status: { pauseConditions: null } },
    ],
    [
      'promote',
      'after an analysis without a verdict',
      rollout({ ...paused, canary: analysis }),
      {
        status: {
          pauseConditions: null,
          controllerPause: false,
          currentStepIndex: 2,
        },
      },
    ],
    [
      'promote',
      'of a preview',
      rollout(paused, blueGreen),
      { status: { pauseConditions: null } },
    ],
    ['promote-full', '', rollout({}), { status: { promoteFull: true } }],
    ['pause', '', rollout({}), { spec: { paused: true } }],
    ['resume', '', rollout({}, { paused: true }), { spec: { paused: false } }],
    ['abort', '', rollout(paused), { status: { abort: true } }],
    ['retry', '', rollout({ abort: true }), { status: { abort: false } }],
  ])('%s %s', (act, _, judged, patches) => {
    expect(decideAct(judged, act)).toEqual({ patches });
  });
});

describe('why an act cannot be', () => {
  it.each<[RolloutAct, Rollout, string]>([
    ['abort', rollout({ observedGeneration: '2' }), 'has not looked'],
    ['promote', rollout({ stableRS: 'b' }), 'nothing is being rolled out'],
    ['pause', rollout({ stableRS: 'b' }), 'nothing is being rolled out'],
    ['retry', rollout({ stableRS: 'b' }), 'nothing is being rolled out'],
    ['retry', rollout({}), 'only what was aborted'],
    ['abort', rollout({ abort: true }), 'aborted already'],
    ['promote', rollout({ abort: true }), 'retry it first'],
    ['promote-full', rollout({ abort: true }), 'retry it first'],
    ['promote-full', rollout({ promoteFull: true }), 'promoted fully already'],
    ['promote', rollout({ promoteFull: true }), 'promoted fully already'],
    ['pause', rollout({}, { paused: true }), 'paused already'],
    ['resume', rollout(paused), 'nobody has paused it'],
    ['promote', rollout({ controllerPause: true }), 'going on after its pause'],
    ['promote', rollout({ currentStepIndex: 3 }), 'last step is done'],
    ['promote', rollout({}, blueGreen), 'not paused, and has no steps'],
  ])('%s', (act, judged, why) => {
    expect(decideAct(judged, act)).toEqual({
      whyNot: expect.stringContaining(why),
    });
  });
});
