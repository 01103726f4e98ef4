import { KubernetesObject } from './kinds';
import { now } from './now';

const PAUSED = 'CanaryPauseStep';

/** One of them is set (argoproj.io/v1alpha1 CanaryStep); any other kind of step is done at once. */
export interface CanaryStep {
  setWeight?: number;
  /** Seconds, or a number with `s`, `m` or `h`; without one until somebody promotes it. */
  pause?: { duration?: number | string };
  analysis?: object;
}

interface Analysis {
  name: string;
  status: string;
  message?: string | null;
}

/** argoproj.io/v1alpha1, as far as its controller is played. */
export type Rollout = KubernetesObject & {
  spec: {
    replicas?: number;
    paused?: boolean;
    template: { spec: { containers: { name?: string; image: string }[] } };
    strategy?: { canary?: { steps?: CanaryStep[] }; blueGreen?: object };
  };
  status?: {
    abort?: boolean;
    phase?: string;
    currentPodHash?: string;
    stableRS?: string;
    currentStepIndex?: number | null;
    controllerPause?: boolean;
    pauseConditions?: { reason: string; startTime: string }[] | null;
    promoteFull?: boolean;
    canary?: { currentStepAnalysisRunStatus?: Analysis | null };
  };
};

/** What happens outside of the Rollout. */
export interface Surroundings {
  /** Its pods never become ready: the progress deadline passes. */
  readonly isStuck: boolean;
  /** How the analysis of this step ends; undefined: it goes on. */
  analysis(): { phase: string; message?: string } | undefined;
}

type Patch = Record<string, unknown>;

/** The hash of a template is the tag of its image. */
export function hashOf({ spec }: Rollout): string {
  const [{ image }] = spec.template.spec.containers;
  return image.slice(image.lastIndexOf(':') + 1);
}

/** When the pause that it is in ends by itself, in milliseconds since the epoch. */
export function pauseEnd({ spec, status = {} }: Rollout): number | undefined {
  const [condition] = status.pauseConditions ?? [];
  const step = spec.strategy?.canary?.steps?.[status.currentStepIndex ?? 0];
  const duration = step?.pause?.duration;
  const written = /^(\d+)([smh]?)$/.exec(`${duration}`);
  if (!condition || !written) return undefined;
  const [, number, unit] = written;
  const seconds = { s: 1, m: 60, h: 3600 }[unit || 's']!;
  return Date.parse(condition.startTime) + Number(number) * seconds * 1_000;
}

/** What the controller of Argo Rollouts writes next into the status: a merge patch. */
export function nextRolloutStatus(
  rollout: Rollout,
  around: Surroundings,
): Patch {
  const { metadata, spec, status = {} } = rollout;
  const { replicas = 1, strategy = {} } = spec;
  const hash = hashOf(rollout);
  const observed = { observedGeneration: `${metadata.generation ?? 1}` };
  const all = (phase: string, message = '') => ({
    ...{ phase, message },
    ...{ replicas, updatedReplicas: replicas, availableReplicas: replicas },
  });
  const done = {
    ...{ ...observed, currentPodHash: hash, stableRS: hash },
    ...{ currentStepIndex: strategy.canary?.steps?.length ?? 0 },
    ...{ controllerPause: null, pauseConditions: null },
    ...{ abort: null, promoteFull: null },
    ...{ canary: {}, blueGreen: { activeSelector: hash } },
    ...{ conditions: null, ...all('Healthy') },
  };
  if (!status.stableRS || status.stableRS === hash || status.promoteFull)
    return done;
  if (status.currentPodHash !== hash)
    // a new version begins, whatever became of the one before
    return {
      ...{ ...observed, currentPodHash: hash, currentStepIndex: 0 },
      ...{ pauseConditions: null, controllerPause: null, abort: null },
      ...{ canary: {}, conditions: null },
      ...all('Progressing', 'more replicas need to be updated'),
      updatedReplicas: 0,
    };
  if (status.abort) return { ...observed, ...aborted(hash) };
  return {
    ...observed,
    ...(strategy.blueGreen
      ? switchOver(rollout, done)
      : canary(rollout, { around, done })),
  };
}

function canary(
  rollout: Rollout,
  { around, done }: { around: Surroundings; done: Patch },
): Patch {
  const { spec, status = {} } = rollout;
  if (around.isStuck)
    return degraded('ProgressDeadlineExceeded', 'has timed out progressing');
  if (spec.paused) return { phase: 'Paused', message: 'manually paused' };
  const index = status.currentStepIndex ?? 0;
  const step = spec.strategy?.canary?.steps?.[index];
  if (!step) return done;
  const onwards = {
    ...{ phase: 'Progressing', message: 'more replicas need to be updated' },
    ...{ currentStepIndex: index + 1 },
    ...{ controllerPause: null, pauseConditions: null },
    canary: { currentStepAnalysisRunStatus: null },
  };
  if (step.setWeight !== undefined)
    return {
      ...onwards,
      updatedReplicas: Math.round(
        ((spec.replicas ?? 1) * step.setWeight) / 100,
      ),
    };
  if (step.pause) return pause(rollout, onwards);
  return step.analysis ? analyse(rollout, { around, onwards }) : onwards;
}

function pause(rollout: Rollout, onwards: Patch): Patch {
  const { controllerPause, pauseConditions } = rollout.status ?? {};
  const paused = { phase: 'Paused', message: PAUSED };
  if (pauseConditions?.length)
    return Date.now() < (pauseEnd(rollout) ?? Infinity) ? paused : onwards;
  // somebody took the pause away
  if (controllerPause) return onwards;
  return {
    ...{ ...paused, controllerPause: true },
    pauseConditions: [{ reason: PAUSED, startTime: now() }],
  };
}

function analyse(
  { metadata, status = {} }: Rollout,
  { around, onwards }: { around: Surroundings; onwards: Patch },
): Patch {
  const running = status.canary?.currentStepAnalysisRunStatus;
  const { phase, message } = around.analysis() ?? {
    phase: running?.status ?? 'Running',
    message: running?.message,
  };
  if (phase === 'Successful') return onwards;
  return {
    ...{ phase: 'Progressing', message: 'waiting for analysis' },
    canary: {
      currentStepAnalysisRunStatus: {
        name: `${metadata.name}-${status.currentStepIndex ?? 0}`,
        status: phase,
        message: message ?? null,
      },
    },
    ...(phase === 'Failed' && { abort: true }),
  };
}

function switchOver({ status = {} }: Rollout, done: Patch): Patch {
  if (status.pauseConditions?.length) return { phase: 'Paused' };
  if (status.controllerPause) return done;
  return {
    ...{ phase: 'Paused', message: 'BlueGreenPause', controllerPause: true },
    pauseConditions: [{ reason: 'BlueGreenPause', startTime: now() }],
    blueGreen: {
      activeSelector: status.stableRS,
      previewSelector: status.currentPodHash,
    },
  };
}

const degraded = (reason: string, message: string) => ({
  ...{ phase: 'Degraded', message: `${reason}: ${message}` },
  conditions: [{ type: 'Progressing', status: 'False', reason, message }],
});

const aborted = (hash: string) => ({
  ...degraded('RolloutAborted', `Rollout aborted update to ${hash}`),
  ...{ currentStepIndex: 0, pauseConditions: null, controllerPause: null },
  ...{ updatedReplicas: 0, abort: true },
});
