import type { V1Job, V1Pod } from '@kubernetes/client-node';
import { pathOf } from '../api/resourceKind';
import { JOBS, PODS } from '../jobs/jobKinds';
import { StandInApi } from './StandInApi';

type Named<T> = T & { metadata: { name: string; namespace: string } };

/** How a Job ends when a test says so: what its container printed, and what it left in its termination message. */
export interface Ending {
  failed?: string;
  log?: string;
  message?: string;
}

/** What the Job controller and the kubelet do, as far as it shows. */
export class PlayedJobs {
  readonly #api: StandInApi;
  readonly #namespace: string;

  constructor(api: StandInApi, namespace: string) {
    this.#api = api;
    this.#namespace = namespace;
  }

  read(name: string): Named<V1Job> | undefined {
    return this.#api.read(JOBS, this.#namespace, name) as
      | Named<V1Job>
      | undefined;
  }

  /** The Job ran. */
  end(name: string, { failed, log = '', message }: Ending): void {
    const job = this.read(name)!;
    const [container] = job.spec!.template.spec!.containers;
    const at = { name: `${name}-abcde`, namespace: this.#namespace };
    const pod: Named<V1Pod> = {
      metadata: { ...at, labels: { 'job-name': name } },
      status: {
        containerStatuses: [
          {
            ...{ name: container.name, image: container.image!, imageID: '' },
            ...{ ready: false, restartCount: 0 },
            state: { terminated: { exitCode: failed ? 1 : 0, message } },
          },
        ],
      },
    };
    this.#api.put(PODS, pod as never);
    this.#api.logs.set(pathOf(PODS, at.namespace, at.name), log);
    const condition = failed
      ? { type: 'Failed', status: 'True', message: failed }
      : { type: 'Complete', status: 'True' };
    this.#api.put(JOBS, {
      ...job,
      status: { conditions: [condition] },
    } as never);
  }
}
