import { Verdict } from '../objects/verdict';
import { Workload } from './workloadKinds';

/**
 * Whether a workload is rolled out, as `kubectl rollout status` says it.
 *
 * @param images - images that its pods are to have, as they stand in its template; empty: any
 */
export function judgeWorkload(
  { metadata, spec, status }: Workload,
  images: readonly string[] = [],
): Verdict {
  const has = (spec?.template?.spec?.containers ?? []).map(
    ({ image }) => image,
  );
  const missing = images.find(image => !has.includes(image));
  if (missing !== undefined)
    return {
      status: 'waiting',
      reason: `has ${has.join(', ') || 'no image'}, not ${missing}`,
    };
  if ((status?.observedGeneration ?? 0) < (metadata.generation ?? 0))
    return { status: 'waiting', reason: 'changed, and is not rolled out yet' };
  if (spec?.paused)
    return { status: 'suspended', reason: 'is paused: its rollout waits' };
  const progressing = status?.conditions?.find(
    ({ type }) => type === 'Progressing',
  );
  if (progressing?.reason === 'ProgressDeadlineExceeded')
    return {
      status: 'broken',
      reason: `is not rolled out in time: ${progressing.message}`,
    };
  const wanted = status?.desiredNumberScheduled ?? spec?.replicas ?? 1;
  const updated =
    status?.updatedNumberScheduled ?? status?.updatedReplicas ?? 0;
  const available =
    status?.numberAvailable ??
    status?.availableReplicas ??
    status?.readyReplicas ??
    0;
  if (updated < wanted)
    return {
      status: 'waiting',
      reason: `has ${updated} of ${wanted} replicas updated`,
    };
  if ((status?.replicas ?? 0) > updated)
    return {
      status: 'waiting',
      reason: `has ${status!.replicas! - updated} old replicas left`,
    };
  return available < wanted
    ? {
        status: 'waiting',
        reason: `has ${available} of ${wanted} replicas available`,
      }
    : { status: 'ready' };
}
