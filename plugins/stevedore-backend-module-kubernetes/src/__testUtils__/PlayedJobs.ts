import type { V1Job, V1Pod } from '@kubernetes/client-node';
import { KubernetesObject } from '../api/resourceKind';
import { JOBS, PODS } from '../jobs/jobKinds';
import { eventually } from './eventually';
import { TestCluster } from './TestCluster';

type Waiting = { reason: string; message?: string };
type Container = NonNullable<
  NonNullable<V1Pod['status']>['containerStatuses']
>[number];

/** How a Job ends when a test says so: what its container printed, and what it left in its termination message. */
export interface Ending {
  failed?: string;
  log?: string;
  message?: string;
}

/** What the Job controller, the scheduler and the kubelet do, as far as it shows. */
export class PlayedJobs {
  readonly #cluster: TestCluster;
  readonly #namespace: string;
  #lines = 0;
  readonly #printed = new Map<string, { at: string; text: string }[]>();

  constructor(cluster: TestCluster, namespace: string) {
    this.#cluster = cluster;
    this.#namespace = namespace;
  }

  read(name: string): Promise<V1Job & KubernetesObject> {
    return this.#cluster.read(JOBS, this.#at(name));
  }

  /** Its pod is there, and nothing in it runs yet. */
  async schedule(name: string, waiting?: Waiting): Promise<void> {
    await this.#pod(name, { waiting });
  }

  /** No node takes its pod. */
  async refuse(name: string, message: string): Promise<void> {
    await this.#ensurePod(name);
    const unscheduled = {
      ...{ type: 'PodScheduled', status: 'False' },
      ...{ reason: 'Unschedulable', message },
    };
    await this.#cluster.report(PODS, this.#at(`${name}-abcde`), {
      phase: 'Pending',
      conditions: [unscheduled],
    });
  }

  /** Its container runs, and printed lines, one a microsecond. */
  async print(name: string, ...texts: string[]): Promise<void> {
    await this.#pod(name, { running: {} });
    await this.#print(name, texts);
  }

  /** The Job ran. */
  async end(
    name: string,
    { failed, log = '', message }: Ending,
  ): Promise<void> {
    const exitCode = failed ? 1 : 0;
    await this.#pod(name, { terminated: { exitCode, message } });
    if (log) await this.#print(name, log.split('\n'));
    await this.#conclude(name, failed);
  }

  /** Its pod is removed, as an eviction or a drained node does it. */
  async losePod(name: string): Promise<void> {
    await this.#cluster.remove(PODS, this.#namespace, `${name}-abcde`);
  }

  async #conclude(name: string, failed?: string): Promise<void> {
    const condition = failed
      ? { type: 'Failed', status: 'True', message: failed }
      : { type: 'Complete', status: 'True' };
    await this.#cluster.report(JOBS, this.#at(name), {
      conditions: [condition],
    });
  }

  async #pod(name: string, state: Container['state']): Promise<void> {
    await this.#ensurePod(name);
    const job = await this.read(name);
    const [container] = job.spec!.template.spec!.containers;
    const status: Container = {
      ...{ name: container.name, image: container.image!, imageID: '' },
      ...{ ready: false, restartCount: 0, state },
    };
    await this.#cluster.report(PODS, this.#at(`${name}-abcde`), {
      conditions: null,
      containerStatuses: [status],
    });
  }

  async #ensurePod(name: string): Promise<void> {
    const at = this.#at(`${name}-abcde`);
    const pod = await this.#cluster.read(PODS, at).catch(() => undefined);
    if (pod) return;
    const metadata = { ...at, labels: { 'job-name': name } };
    await this.#cluster.create(PODS, { metadata });
    await eventually(async () => {
      if (!(await this.#cluster.read(PODS, at))) throw new Error('no pod yet');
    });
  }

  async #print(name: string, texts: readonly string[]): Promise<void> {
    const job = await this.read(name);
    const [container] = job.spec!.template.spec!.containers;
    const before = this.#printed.get(name) ?? [];
    const lines = texts.map(text => {
      this.#lines += 1;
      const at = `2026-03-02T12:00:00.${`${this.#lines}000`.padStart(9, '0')}Z`;
      return { at, text };
    });
    this.#printed.set(name, [...before, ...lines]);
    await this.#cluster.print(
      this.#at(`${name}-abcde`),
      container.name,
      this.#printed.get(name)!,
    );
  }

  #at = (name: string) => ({ namespace: this.#namespace, name });
}
