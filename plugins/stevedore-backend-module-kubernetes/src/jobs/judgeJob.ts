import type { V1ContainerStatus, V1Job, V1Pod } from '@kubernetes/client-node';
import { KubernetesObject } from '../api/resourceKind';

export type Job = V1Job & KubernetesObject;
export type Pod = V1Pod & KubernetesObject;

/** How a Job is, and what its newest pod left. */
export type JobState =
  /** `obstacle`: what it waits for, in words that follow "which"; absent: it runs. */
  { status: 'running'; obstacle?: string } | EndedJob;

export type EndedJob =
  | { status: 'complete'; container?: EndedContainer }
  | { status: 'failed'; reason: string; container?: EndedContainer };

/** What is left of a Job as long as its pod is there. */
export interface EndedContainer {
  pod: string;
  name: string;
  /** What it wrote to its termination message path; Kubernetes keeps 4096 bytes. */
  message?: string;
}

/** Reasons of the kubelet that do not pass while it goes on trying. */
const STUCK: Readonly<Record<string, string>> = {
  ErrImagePull: 'cannot pull its image',
  ImagePullBackOff: 'cannot pull its image',
  InvalidImageName: 'has an image whose name is none',
  ErrImageNeverPull: 'has an image that is not there and must not be pulled',
  CreateContainerConfigError: 'cannot be configured',
  CreateContainerError: 'cannot be created',
  RunContainerError: 'cannot be started',
  CrashLoopBackOff: 'ends again and again',
};

/** How a Job is, by what the Job controller and the kubelet wrote down. `pods` are the Job's own. */
export function judgeJob(job: Job, pods: readonly Pod[]): JobState {
  const ended = job.status?.conditions?.find(
    ({ type, status }) =>
      (type === 'Complete' || type === 'Failed') && status === 'True',
  );
  const newest = oldestFirst(pods).at(-1);
  if (!ended) return { status: 'running', obstacle: obstacleOf(job, newest) };
  const container = newest && endedContainer(newest);
  if (ended.type === 'Complete') return { status: 'complete', container };
  const { message, reason = 'it failed' } = ended;
  return { status: 'failed', reason: message || reason, container };
}

/** The one that went wrong, or the first. */
function endedContainer(pod: Pod): EndedContainer | undefined {
  const ended = pod.status?.containerStatuses ?? [];
  const bad = containersOf(pod).find(
    ({ state }) => (state?.terminated?.exitCode ?? 0) !== 0,
  );
  const one = bad ?? ended[0];
  return (
    one && {
      pod: pod.metadata.name,
      name: one.name,
      message: one.state?.terminated?.message,
    }
  );
}

export function oldestFirst(pods: readonly Pod[]): Pod[] {
  const made = ({ metadata }: Pod) => {
    const at = metadata.creationTimestamp as unknown as string | undefined;
    return `${at ?? ''} ${metadata.name}`;
  };
  return [...pods].sort((a, b) => (made(a) < made(b) ? -1 : 1));
}

/** Every container that may have printed something, in the order in which they begin. */
export function containersOf({ status }: Pod): V1ContainerStatus[] {
  const { initContainerStatuses = [], containerStatuses = [] } = status ?? {};
  return [...initContainerStatuses, ...containerStatuses];
}

function obstacleOf(job: Job, pod: Pod | undefined): string | undefined {
  if (job.spec?.suspend) return 'is suspended';
  if (!pod) return 'has no pod yet';
  const unscheduled = pod.status?.conditions?.find(
    ({ type, status }) => type === 'PodScheduled' && status === 'False',
  );
  if (unscheduled)
    return `has no place to run: ${
      unscheduled.message ?? unscheduled.reason ?? 'its pod is not scheduled'
    }`;
  for (const { state, image } of containersOf(pod)) {
    const { reason = '', message } = state?.waiting ?? {};
    const what = STUCK[reason];
    if (what) return `${what} (${image}): ${message ?? reason}`;
  }
  return undefined;
}
