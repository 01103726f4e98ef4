import { KubernetesObject } from '../api/resourceKind';
import { Verdict } from '../objects/verdict';
import { canaryState } from './canaryState';
import { imagesOf, Rollout } from './rollout';
import { rolloutPhase } from './rolloutPhase';
import { rolloutState } from './rolloutState';

/**
 * Whether a Rollout is through, as Argo Rollouts says it; one that is paused goes on by itself or by a person.
 *
 * @param images - images that its pods are to have, as they stand in its template; empty: any
 */
export function judgeRollout(
  object: KubernetesObject,
  images: readonly string[] = [],
): Verdict {
  const rollout = object as Rollout;
  const has = imagesOf(rollout.spec?.template);
  const missing = images.find(image => !has.includes(image));
  if (missing !== undefined)
    return {
      status: 'waiting',
      reason: `has ${has.join(', ') || 'no image'}, not ${missing}`,
    };
  const { phase, message = '' } = rolloutPhase(rollout);
  switch (phase) {
    case 'Healthy':
      return { status: 'ready' };
    case 'Degraded':
      return { status: 'broken', reason: `is degraded: ${message}` };
    case 'Paused':
      return { status: 'suspended', reason: pausedReason(rollout, message) };
    default:
      return {
        status: 'waiting',
        reason: `is not through (${whereIs(rollout)}): ${message}`,
      };
  }
}

function pausedReason(rollout: Rollout, message: string): string {
  const { paused } = rolloutState(rollout);
  const until = paused?.until
    ? `until ${paused.until}`
    : 'until somebody goes on with it';
  return `is paused (${whereIs(rollout)}) ${until}: ${paused?.why ?? message}`;
}

function whereIs(rollout: Rollout): string {
  if (rollout.spec?.strategy?.blueGreen) return 'blue-green';
  const { step, steps, actual } = canaryState(rollout);
  return step === undefined || step === steps.length
    ? `canary at ${actual} %`
    : `canary at ${actual} %, step ${step + 1} of ${steps.length}`;
}
