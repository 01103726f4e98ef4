import type { V1Job } from '@kubernetes/client-node';
import { OpenTranscript } from '@stevedore/promotion-engine';
import { ClusterError } from '../api/ClusterError';
import { KubernetesApi, Target } from '../api/KubernetesApi';
import { copyPodLogs } from './copyPodLogs';
import { JOBS, PODS } from './jobKinds';
import {
  EndedContainer,
  EndedJob,
  Job,
  JobState,
  judgeJob,
  Pod,
} from './judgeJob';

/** Seconds that a finished Job stays for people to look at, unless it says so itself. */
const STAYS_SECONDS = 600;
const LAST_LINES = 20;
const LONGEST_LOG = 64 * 1024;

/** Jobs in the one namespace where the platform lets them run. A name stands for one run, also after a restart. */
export class Jobs {
  readonly #api: KubernetesApi;
  readonly #namespace: string;
  readonly #now: () => number;
  /** What a Job was last seen to wait for; only for the log, so it need not outlive this process. */
  readonly #obstacles = new Map<string, string>();

  /** @param now - epoch milliseconds */
  constructor(api: KubernetesApi, namespace: string, now = Date.now) {
    this.#api = api;
    this.#namespace = namespace;
    this.#now = now;
  }

  get place(): string {
    return `namespace ${this.#namespace} of cluster ${this.#api.cluster}`;
  }

  /**
   * Looks at the Job of that name, copies what it printed, and begins it when it never was. That it was begun stands in
   * its log, so one that is gone is not run a second time.
   * @throws ClusterError; an Error when it is gone
   */
  async follow(
    name: string,
    open: OpenTranscript,
    job: () => Pick<V1Job, 'metadata' | 'spec'>,
  ): Promise<JobState> {
    const begun = await open(`job ${name}`);
    const state = await this.#look(name, open);
    if (state && begun.until) return this.#told(name, state, open);
    if (begun.until)
      throw new Error(
        `Job ${name} is gone from ${this.place}: somebody deleted it, or it ended long ago; what it said is not known`,
      );
    if (!state) await this.#begin(name, job());
    await begun.add([this.#line(`Job ${name} runs in ${this.place}`)]);
    return state ?? { status: 'running' };
  }

  /** What a container printed, at most 64 KiB; empty when that is gone. */
  async printed(
    { pod, name: container }: EndedContainer,
    lines?: number,
  ): Promise<string> {
    const target: Target = {
      kind: PODS,
      namespace: this.#namespace,
      name: pod,
      subresource: 'log',
    };
    try {
      return await this.#api.text(target, {
        container,
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
  async failure({
    container,
    reason,
  }: Extract<EndedJob, { status: 'failed' }>): Promise<string> {
    const text = container && (await this.printed(container, LAST_LINES));
    const last = text?.trim();
    return last ? `${reason}; it printed last:\n${last}` : reason;
  }

  /** With its pods. @throws ClusterError */
  remove(name: string): Promise<void> {
    return this.#api.remove(this.#job(name));
  }

  async #look(
    name: string,
    open: OpenTranscript,
  ): Promise<JobState | undefined> {
    const job = await this.#api.get<Job>(this.#job(name));
    if (!job) return undefined;
    const { items: pods } = await this.#api.list<Pod>(
      { kind: PODS, namespace: this.#namespace },
      { labelSelector: `job-name=${name}` },
    );
    await copyPodLogs(this.#api, pods, { open, now: this.#now() });
    return judgeJob(job, pods);
  }

  /** What a Job waits for is in its log, and in the reason when it never came to anything. */
  async #told(
    name: string,
    state: JobState,
    open: OpenTranscript,
  ): Promise<JobState> {
    const before = this.#obstacles.get(name);
    if (state.status !== 'running') {
      this.#obstacles.delete(name);
      if (!before || state.status === 'complete') return state;
      return { ...state, reason: `${state.reason}; before that it ${before}` };
    }
    const { obstacle } = state;
    if (obstacle === before) return state;
    if (obstacle === undefined) this.#obstacles.delete(name);
    else {
      this.#obstacles.set(name, obstacle);
      const transcript = await open(`obstacles of job ${name}`);
      await transcript.add([this.#line(`Job ${name} ${obstacle}`)]);
    }
    return state;
  }

  #line(text: string) {
    return { at: new Date(this.#now()).toISOString(), text };
  }

  async #begin(
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
      // somebody began it whose answer was lost
      if (!(error instanceof ClusterError && error.conflict)) throw error;
    }
  }

  #job(name: string): Target {
    return { kind: JOBS, namespace: this.#namespace, name };
  }
}
