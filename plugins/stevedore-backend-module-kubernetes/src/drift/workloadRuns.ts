import { ResourceKind } from '../api/resourceKind';
import { ClusterView } from '../watch/ClusterView';
import { judgeByKind } from '../workloads/judgeByKind';
import { Workload, WORKLOAD_KINDS } from '../workloads/workloadKinds';
import { Said, titleOf } from './factsOf';

/** The images of its pods; while it is rolled out there are several sorts, and which is not known. */
export function workloadRuns(
  object: Workload,
  kind: ResourceKind,
  view: ClusterView,
): Said {
  const verdict = judgeByKind(object, [], kind);
  if (verdict.status !== 'ready') return { reason: verdict.reason };
  return object.spec?.workloadRef
    ? runsReferred(object, view)
    : imagesIn(object);
}

function imagesIn({ spec }: Workload): Said {
  const { initContainers = [], containers = [] } = spec?.template?.spec ?? {};
  const all = [...initContainers, ...containers];
  return { images: all.flatMap(({ image }) => image ?? []), revisions: [] };
}

/** A Rollout may take its pods from a Deployment, which has none itself then. */
function runsReferred({ metadata, spec }: Workload, view: ClusterView): Said {
  const { kind = '', name = '' } = spec!.workloadRef!;
  if (kind !== WORKLOAD_KINDS.Deployment.kind)
    return {
      reason: `takes its pods from ${kind} "${name}", which is not read`,
    };
  const { namespace = '' } = metadata;
  const ref = { kind: WORKLOAD_KINDS.Deployment, namespace, name };
  const sight = view.see<Workload>(ref);
  if (sight.status === 'found') return imagesIn(sight.object);
  const why =
    sight.status === 'absent'
      ? 'is not there'
      : `cannot be seen: ${sight.reason}`;
  return { reason: `takes its pods from ${titleOf(ref)}, which ${why}` };
}
