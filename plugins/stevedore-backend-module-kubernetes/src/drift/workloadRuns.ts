import { Verdict } from '../objects/verdict';
import { Workload } from '../workloads/workloadKinds';
import { Said } from './objectsRunning';

/** The images of its pods; while it is rolled out there are several sorts, and which is not known. */
export function workloadRuns({ spec }: Workload, verdict: Verdict): Said {
  if (verdict.status !== 'ready') return { reason: verdict.reason };
  const { initContainers = [], containers = [] } = spec?.template?.spec ?? {};
  const all = [...initContainers, ...containers];
  return { images: all.flatMap(({ image }) => image ?? []), revisions: [] };
}
