import { KubernetesObject, ResourceKind } from '../api/resourceKind';
import { Verdict } from '../objects/verdict';
import { judgeRollout } from '../rollouts/judgeRollout';
import { ROLLOUTS } from '../rollouts/rollout';
import { judgeWorkload } from './judgeWorkload';
import { WORKLOAD_KINDS } from './workloadKinds';

/** Everything that has pods which stay. */
export const ALL_WORKLOADS = { ...WORKLOAD_KINDS, Rollout: ROLLOUTS } as const;

/** Whether it is rolled out, as its kind says it. */
export function judgeByKind(
  object: KubernetesObject,
  images: readonly string[] | undefined,
  kind: ResourceKind,
): Verdict {
  return kind.kind === ROLLOUTS.kind
    ? judgeRollout(object, images)
    : judgeWorkload(object, images);
}
