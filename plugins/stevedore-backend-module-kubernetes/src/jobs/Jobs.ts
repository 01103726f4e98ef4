import type { V1Job, V1Pod } from '@kubernetes/client-node';
import { ClusterError } from '../api/ClusterError';
import { KubernetesApi, Target } from '../api/KubernetesApi';
import { KubernetesObject } from '../api/resourceKind';
import { JOBS, PODS } from './jobKinds';

/** Seconds that a finished Job stays for people to look at, unless it says so itself. */
const STAYS_SECONDS = 600;
const LAST_LINES = 20;
const LONGEST_LOG = 64 * 1024;

type Job = V1Job & KubernetesObject;
type Pod = V1Pod & KubernetesObject;

/** How a Job is; what it ended with is in `container`. */
export type JobState = { status: 'running' } | EndedJob;

export type EndedJob =
  | { status: 'complete'; pod?: string; container?: EndedContainer }
  | { status: 'failed'; reason: string; pod?: string };

export interface EndedContainer {
  name: string;
  /** What it wrote to its termination message path; Kubernetes keeps 4096 bytes. */
  message?: string;
}

/** Jobs in the one namespace where the platform lets them run. A name stands for one run, also after a restart. */
export class Jobs {
  readonly #api: KubernetesApi;
  readonly #namespace: string;

  constructor(api: KubernetesApi, namespace: string) {
    this.#api = api;
    this.#namespace = namespace;
  }

  get place(): string {
    return `namespace ${this.#namespace} of cluster ${this.#api.cluster}`;
  }

  /** Begins the Job of that name unless it was begun before. @throws ClusterError */
  async begin(
    name: string,
    { metadata, spec }: Pick<V1Job, 'metadata' | 'spec'>,
  ): Promise<void> {
    const job = {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: {
        labels: metadata?.labels,
        annotations: metadata?.annotations,
        name,
        namespace: this.#namespace,
      },
      spec: { ttlSecondsAfterFinished: STAYS_SECONDS, ...spec },
    } as Job;
    try {
      const target = { kind: JOBS, namespace: this.#namespace };
      await this.#api.create(target, job);
    } catch (error) {
      if (!(error instanceof ClusterError && error.conflict)) throw error;
    }
  }

  /** @returns undefined when there is none of that name. @throws ClusterError */
  async look(name: string): Promise<JobState | undefined> {
    const job = await this.#api.get<Job>(this.#job(name));
    if (!job) return undefined;
    const ended = job.status?.conditions?.find(
      ({ type, status }) =>
        (type === 'Complete' || type === 'Failed') && status === 'True',
    );
    if (!ended) return { status: 'running' };
    const pod = await this.#pod(name);
    if (ended.type === 'Failed') {
      const { message, reason } = ended;
      return {
        status: 'failed',
        reason: message ?? reason ?? 'it failed',
        pod: pod?.metadata.name,
      };
    }
    const [first] = pod?.status?.containerStatuses ?? [];
    const container = first && {
      name: first.name,
      message: first.state?.terminated?.message,
    };
    return { status: 'complete', pod: pod?.metadata.name, container };
  }

  /** What a pod of a Job printed, at most 64 KiB; empty when that is gone. */
  async log(pod: string | undefined, lines?: number): Promise<string> {
    if (!pod) return '';
    const target: Target = {
      kind: PODS,
      namespace: this.#namespace,
      name: pod,
      subresource: 'log',
    };
    try {
      return await this.#api.text(target, {
        limitBytes: `${LONGEST_LOG}`,
        ...(lines && { tailLines: `${lines}` }),
      });
    } catch (error) {
      // what a Job ended with counts, also where its log cannot be read
      if (error instanceof ClusterError) return '';
      throw error;
    }
  }

  /** Why a Job failed, with the last that it printed. */
  async failure({ pod, reason }: { pod?: string; reason: string }) {
    const last = (await this.log(pod, LAST_LINES)).trim();
    return last ? `${reason}; it printed last:\n${last}` : reason;
  }

  /** With its pods. @throws ClusterError */
  remove(name: string): Promise<void> {
    return this.#api.remove(this.#job(name));
  }

  #job(name: string): Target {
    return { kind: JOBS, namespace: this.#namespace, name };
  }

  /** The newest, when it was tried more than once. */
  async #pod(job: string): Promise<Pod | undefined> {
    const { items } = await this.#api.list<Pod>(
      {
        kind: PODS,
        namespace: this.#namespace,
      },
      { labelSelector: `job-name=${job}` },
    );
    const began = ({ metadata }: Pod) =>
      String(metadata.creationTimestamp ?? '');
    return items.sort((a, b) => (began(a) < began(b) ? 1 : -1))[0];
  }
}
