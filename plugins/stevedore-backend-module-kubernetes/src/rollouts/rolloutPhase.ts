import { RolloutPhase } from '@stevedore/promotion-engine';
import { isFullyPromoted, Rollout, WORKLOAD_GENERATION } from './rollout';

export interface PhaseAndWhy {
  phase: RolloutPhase;
  message?: string;
}

const PHASES: readonly string[] = [
  'Healthy',
  'Progressing',
  'Paused',
  'Degraded',
];

/** Why what stands in its status is not about what is wanted of it now; undefined when it is. */
export function whyStale({ metadata, status }: Rollout): string | undefined {
  const observed = Number(status?.observedGeneration);
  // up to 0.9 it was a hash, which may consist of digits
  const looked =
    status?.observedGeneration !== undefined &&
    (!/^\d+$/.test(status.observedGeneration) ||
      observed >= (metadata.generation ?? 0));
  if (!looked) return 'its controller has not looked at the last change yet';
  const wanted = metadata.annotations?.[WORKLOAD_GENERATION];
  const seen = status?.workloadObservedGeneration;
  return wanted !== undefined && seen !== undefined && wanted !== seen
    ? 'its controller has not looked at the last change of its workload yet'
    : undefined;
}

/** A pause was taken away, and the controller has not gone on yet. */
export const isUnpausing = ({ status }: Rollout): boolean =>
  status?.controllerPause === true && !status.pauseConditions?.length;

/** As Argo Rollouts itself tells it (utils/rollout, GetRolloutPhase), but for a stale status, which says nothing. */
export function rolloutPhase(rollout: Rollout): PhaseAndWhy {
  const stale = whyStale(rollout);
  if (stale) return { phase: 'Unknown', message: stale };
  if (isUnpausing(rollout))
    return { phase: 'Progressing', message: 'goes on after its pause' };
  const { phase, message } = rollout.status ?? {};
  if (phase !== undefined && PHASES.includes(phase))
    return { phase: phase as RolloutPhase, message: message || undefined };
  return computed(rollout);
}

/** Controllers up to 0.10 write no phase. */
function computed(rollout: Rollout): PhaseAndWhy {
  const { spec = {}, status = {} } = rollout;
  for (const { type, reason, message } of status.conditions ?? []) {
    const broken =
      type === 'InvalidSpec' ||
      reason === 'RolloutAborted' ||
      reason === 'ProgressDeadlineExceeded';
    if (broken)
      return {
        phase: 'Degraded',
        message: `${type === 'InvalidSpec' ? type : reason}: ${message}`,
      };
  }
  if (spec.paused) return { phase: 'Paused', message: 'manually paused' };
  const [pause] = status.pauseConditions ?? [];
  if (pause) return { phase: 'Paused', message: pause.reason };
  const open = whyProgressing(rollout);
  return open ? { phase: 'Progressing', message: open } : { phase: 'Healthy' };
}

function whyProgressing(rollout: Rollout): string | undefined {
  const { spec = {}, status = {} } = rollout;
  const { replicas = 1, restartAt, strategy } = spec;
  const { updatedReplicas = 0, availableReplicas = 0 } = status;
  if (restartAt && restartAt !== status.restartedAt) return 'is restarting';
  if (updatedReplicas < replicas)
    return `has ${updatedReplicas} of ${replicas} replicas updated`;
  if (availableReplicas < updatedReplicas)
    return `has ${availableReplicas} of ${updatedReplicas} updated replicas available`;
  if (strategy?.blueGreen) {
    const { activeSelector } = status.blueGreen ?? {};
    if (!activeSelector || activeSelector !== status.currentPodHash)
      return 'its active service has not been switched yet';
    return isFullyPromoted(rollout)
      ? undefined
      : 'waits for its analysis after the switch';
  }
  const left = (status.replicas ?? 0) - updatedReplicas;
  if (!strategy?.canary?.trafficRouting && left > 0)
    return `has ${left} old replicas left`;
  return isFullyPromoted(rollout)
    ? undefined
    : 'has steps that are not done yet';
}
