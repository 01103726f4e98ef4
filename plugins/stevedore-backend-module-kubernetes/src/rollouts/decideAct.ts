import { RolloutAct } from '@stevedore/promotion-engine';
import { stepOf } from './canaryState';
import { isFullyPromoted, Rollout } from './rollout';
import { isUnpausing, whyStale } from './rolloutPhase';

/** What an act writes; the status goes first, as the kubectl plugin of Argo Rollouts does it. */
export interface RolloutPatches {
  status?: Record<string, unknown>;
  spec?: Record<string, unknown>;
}

export type ActDecision = { patches: RolloutPatches } | { whyNot: string };

/** Whether an act can be done now, and what it writes. */
export function decideAct(rollout: Rollout, act: RolloutAct): ActDecision {
  const whyNot = whyStale(rollout) ?? whyNotNow(rollout, act);
  return whyNot === undefined
    ? { patches: PATCHES[act](rollout) }
    : { whyNot: `It cannot be done now: ${whyNot}.` };
}

const isPausedByPerson = ({ spec }: Rollout) => spec?.paused === true;
const isPausedByItself = ({ status }: Rollout) =>
  (status?.pauseConditions?.length ?? 0) > 0;

function whyNotNow(rollout: Rollout, act: RolloutAct): string | undefined {
  const { status = {} } = rollout;
  if (act === 'resume')
    return isPausedByPerson(rollout) ? undefined : 'nobody has paused it';
  if (isFullyPromoted(rollout)) return 'nothing is being rolled out';
  if (act === 'retry')
    return status.abort ? undefined : 'only what was aborted can be retried';
  if (status.abort)
    return act === 'abort'
      ? 'it is aborted already'
      : 'it was aborted; retry it first';
  if (act === 'abort') return undefined;
  if (status.promoteFull) return 'it is being promoted fully already';
  if (act === 'pause')
    return isPausedByPerson(rollout) ? 'it is paused already' : undefined;
  return act === 'promote' ? whyNotPromote(rollout) : undefined;
}

function whyNotPromote(rollout: Rollout): string | undefined {
  if (isPausedByPerson(rollout) || isPausedByItself(rollout)) return undefined;
  if (isUnpausing(rollout)) return 'it is going on after its pause already';
  const step = stepOf(rollout);
  const steps = rollout.spec?.strategy?.canary?.steps ?? [];
  if (step === undefined) return 'it is not paused, and has no steps';
  return step < steps.length ? undefined : 'its last step is done';
}

const PATCHES: Record<RolloutAct, (rollout: Rollout) => RolloutPatches> = {
  promote: promotePatches,
  'promote-full': () => ({ status: { promoteFull: true } }),
  pause: () => ({ spec: { paused: true } }),
  resume: () => ({ spec: { paused: false } }),
  abort: () => ({ status: { abort: true } }),
  retry: () => ({ status: { abort: false } }),
};

/** A pause ends, or else the step that is being done counts as done; never both. */
function promotePatches(rollout: Rollout): RolloutPatches {
  const spec = isPausedByPerson(rollout) ? { paused: false } : undefined;
  const step = stepOf(rollout);
  const analysis = rollout.status?.canary?.currentStepAnalysisRunStatus;
  if (step !== undefined && analysis?.status === 'Inconclusive')
    // the pause alone would measure the same step again
    return {
      spec,
      status: {
        pauseConditions: null,
        controllerPause: false,
        currentStepIndex: step + 1,
      },
    };
  if (isPausedByItself(rollout))
    return { spec, status: { pauseConditions: null } };
  return step === undefined
    ? { spec }
    : { spec, status: { pauseConditions: null, currentStepIndex: step + 1 } };
}
