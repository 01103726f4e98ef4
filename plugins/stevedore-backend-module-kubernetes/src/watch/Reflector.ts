import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterError } from '../api/ClusterError';
import { KubernetesApi, Target } from '../api/KubernetesApi';
import { KubernetesObject, nameOf } from '../api/resourceKind';
import { backOff } from './backOff';

/** Whether what is known of a kind is what is there now. */
export type Connectivity =
  | { status: 'connected' }
  /** ISO 8601, and a sentence; `unserved`: the cluster answers, and has no such kind. */
  | {
      status: 'disconnected';
      since: string;
      reason: string;
      unserved: boolean;
    }
  | { status: 'starting' };

export interface ReflectorOptions {
  api: KubernetesApi;
  target: Omit<Target, 'name'>;
  /** An object is new, other, or gone. */
  changed(object: KubernetesObject): void;
  /** It is connected or disconnected now. */
  turned(connectivity: Connectivity): void;
  /** Milliseconds until the next attempt after so many failures in a row. */
  backOff?: (failures: number) => number;
}

/**
 * A copy of all objects of a kind that follows the cluster: list, then watch; a watch that ends goes on where it was,
 * one that the cluster has forgotten (410) lists again, and what fails is tried again with back-off. While it is
 * disconnected nothing of the copy is to be trusted.
 */
export class Reflector<T extends KubernetesObject = KubernetesObject> {
  readonly #options: ReflectorOptions;
  readonly #stop = new AbortController();
  readonly #waiting = new Set<() => void>();
  #objects = new Map<string, T>();
  #version?: string;
  #connectivity: Connectivity = { status: 'starting' };
  #failures = 0;
  /** It has listed again (410), and no event has come since. */
  #forgotten = false;
  #watching = false;
  #done?: Promise<void>;

  constructor(options: ReflectorOptions) {
    this.#options = options;
  }

  /** A watch stands: what changes from now on is told. */
  get watching(): boolean {
    return this.#watching;
  }

  get connectivity(): Connectivity {
    return this.#connectivity;
  }

  start(): void {
    this.#done ??= this.#follow();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#done;
  }

  /** Resolves once it knows whether it is connected. */
  async settled(): Promise<void> {
    if (this.#connectivity.status !== 'starting') return;
    await new Promise<void>(resolve => this.#waiting.add(resolve));
  }

  get(namespace: string, name: string): T | undefined {
    return this.#objects.get(`${namespace}/${name}`);
  }

  all(): T[] {
    return [...this.#objects.values()];
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        if (this.#version === undefined) await this.#list();
        await this.#watch();
      } catch (error) {
        this.#watching = false;
        if (signal.aborted) break;
        if (error instanceof ClusterError && error.gone) {
          this.#version = undefined;
          // it answers, so it is there; but forgetting again and again must not become a busy loop
          if (!this.#forgotten) {
            this.#forgotten = true;
            continue;
          }
        }
        await this.#failed(error as Error);
      }
    }
    this.#turn({
      status: 'disconnected',
      since: new Date().toISOString(),
      reason: 'this backend is stopping',
      unserved: false,
    });
  }

  async #list(): Promise<void> {
    const { api, target } = this.#options;
    const { items, resourceVersion } = await api.list<T>(target, {
      signal: this.#stop.signal,
    });
    const before = this.#objects;
    this.#objects = new Map(items.map(item => [nameOf(item), item]));
    this.#version = resourceVersion;
    this.#turn({ status: 'connected' });
    for (const [key, object] of this.#objects) {
      const known = before.get(key)?.metadata.resourceVersion;
      if (known !== object.metadata.resourceVersion) this.#tell(object);
    }
    for (const [key, object] of before)
      if (!this.#objects.has(key)) this.#tell(object);
  }

  async #watch(): Promise<void> {
    const { api, target } = this.#options;
    const { signal } = this.#stop;
    let events = 0;
    const opened = () => {
      this.#watching = true;
      this.#turn({ status: 'connected' });
    };
    for await (const event of api.watch<T>(target, {
      resourceVersion: this.#version!,
      signal,
      opened,
    })) {
      if (event.type === 'ERROR') throw errorOf(api.cluster, event.object);
      events += 1;
      this.#failures = 0;
      this.#forgotten = false;
      this.#version = event.object.metadata.resourceVersion;
      if (event.type !== 'BOOKMARK') this.#apply(event.type, event.object);
    }
    // a watch that ends at once, again and again, must not become a busy loop
    if (events === 0) await this.#pause();
  }

  #apply(type: string, object: T): void {
    if (type === 'DELETED') this.#objects.delete(nameOf(object));
    else this.#objects.set(nameOf(object), object);
    this.#tell(object);
  }

  /** The first failure after success is tried again at once and told nobody: connections break every day. */
  async #failed(error: Error): Promise<void> {
    const first =
      this.#failures === 0 && this.#connectivity.status === 'connected';
    if (first) {
      this.#failures = 1;
      return;
    }
    const unserved = error instanceof ClusterError && error.unserved;
    const now = this.#connectivity;
    if (now.status !== 'disconnected' || now.unserved !== unserved)
      this.#turn({
        status: 'disconnected',
        since: new Date().toISOString(),
        reason: error.message,
        unserved,
      });
    const wanted = (error as Partial<ClusterError>).retryAfterMs ?? 0;
    await this.#pause(wanted);
  }

  async #pause(leastMs = 0): Promise<void> {
    this.#failures += 1;
    const own = (this.#options.backOff ?? backOff)(this.#failures);
    const { signal } = this.#stop;
    await sleep(Math.max(own, leastMs), undefined, { signal }).catch(
      () => undefined,
    );
  }

  #turn(connectivity: Connectivity): void {
    const before = this.#connectivity;
    this.#connectivity = connectivity;
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
    const same =
      before.status === connectivity.status &&
      isUnserved(before) === isUnserved(connectivity);
    if (!same) this.#options.turned(connectivity);
  }

  #tell(object: T): void {
    this.#options.changed(object);
  }
}

const isUnserved = (connectivity: Connectivity): boolean =>
  connectivity.status === 'disconnected' && connectivity.unserved;

/** The Status object of an ERROR event (meta/v1). */
function errorOf(cluster: string, object: unknown): ClusterError {
  const { code, message } = object as { code?: number; message?: string };
  return new ClusterError(`cluster ${cluster} ended a watch: ${message}`, {
    status: code,
  });
}
