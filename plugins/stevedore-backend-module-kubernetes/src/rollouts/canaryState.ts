import { RolloutState, RolloutStep } from '@stevedore/promotion-engine';
import { CanaryStep, isFullyPromoted, Rollout } from './rollout';

/** Index of the step that is being done; undefined where there are none. */
export function stepOf({ spec, status }: Rollout): number | undefined {
  const steps = spec?.strategy?.canary?.steps ?? [];
  return steps.length > 0
    ? Math.min(status?.currentStepIndex ?? 0, steps.length)
    : undefined;
}

/** Weight and steps of a canary. An aborted one is back at the stable version, whatever step it was at. */
export function canaryState(
  rollout: Rollout,
): NonNullable<RolloutState['canary']> {
  const steps = rollout.spec?.strategy?.canary?.steps ?? [];
  const step = stepOf(rollout);
  const weight = wantedWeight(rollout, step);
  return {
    weight,
    actual: actualWeight(rollout, weight),
    step,
    steps: steps.map((each, index) => ({
      name: stepName(each),
      state: stateOf(index, step!),
    })),
  };
}

function stateOf(index: number, current: number): RolloutStep['state'] {
  if (index === current) return 'current';
  return index < current ? 'done' : 'open';
}

function wantedWeight(rollout: Rollout, step: number | undefined): number {
  if (rollout.status?.abort) return 0;
  const steps = rollout.spec?.strategy?.canary?.steps ?? [];
  if (isFullyPromoted(rollout) || step === undefined || step >= steps.length)
    return 100;
  const reached = steps
    .slice(0, step + 1)
    .findLast(({ setWeight }) => setWeight !== undefined);
  return reached?.setWeight ?? 0;
}

function actualWeight(rollout: Rollout, wanted: number): number {
  const { spec, status = {} } = rollout;
  if (isFullyPromoted(rollout)) return 100;
  if (spec?.strategy?.canary?.trafficRouting)
    return status.canary?.weights?.canary?.weight ?? wanted;
  const { replicas = 0, updatedReplicas = 0 } = status;
  return replicas > 0 ? Math.round((updatedReplicas * 100) / replicas) : 0;
}

/** What a step does, for people. */
export function stepName(step: CanaryStep): string {
  const { setWeight, pause, setCanaryScale: scale } = step;
  if (setWeight !== undefined) return `weight ${setWeight} %`;
  if (pause) return pauseName(pause);
  if (step.analysis) {
    const names = (step.analysis.templates ?? []).flatMap(
      ({ templateName }) => templateName ?? [],
    );
    return ['analysis', names.join(', ')].filter(Boolean).join(' ');
  }
  if (step.experiment) return 'experiment';
  if (scale) return scaleName(scale);
  if (step.setHeaderRoute) return `header route ${step.setHeaderRoute.name}`;
  if (step.setMirrorRoute) {
    const { name, percentage } = step.setMirrorRoute;
    const share = percentage === undefined ? '' : ` of ${percentage} %`;
    return `mirror route ${name}${share}`;
  }
  return step.plugin ? `plugin ${step.plugin.name}` : 'a step of another kind';
}

function pauseName({ duration }: NonNullable<CanaryStep['pause']>): string {
  if (duration === undefined) return 'pause until somebody promotes';
  return `pause ${/^\d+$/.test(`${duration}`) ? `${duration}s` : duration}`;
}

function scaleName({
  weight,
  replicas,
}: NonNullable<CanaryStep['setCanaryScale']>): string {
  if (weight !== undefined) return `scale of the canary ${weight} %`;
  return replicas === undefined
    ? 'scale of the canary as the traffic'
    : `scale of the canary ${replicas} replicas`;
}
