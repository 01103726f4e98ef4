import { KubernetesApi, Target } from '../api/KubernetesApi';
import {
  KubernetesObject,
  nameOf,
  ResourceKind,
  resourceName,
} from '../api/resourceKind';
import { Interests } from './Interests';
import { LabelSelector, matchesSelector } from './matchesSelector';
import { Connectivity, Reflector } from './Reflector';

/** What is known of one object now; `unknown` is never a guess in either direction. */
export type Sight<T> =
  | { status: 'found'; object: T }
  | { status: 'absent' }
  | { status: 'unknown'; reason: string };

/** The same for all that a selector chooses; `unserved`: the cluster has no such kind, so nothing of it either. */
export type Selection<T> =
  | { status: 'known'; objects: T[] }
  | { status: 'unknown'; reason: string; unserved?: boolean };

/** A topic that is told of every change of one object. */
export interface ObjectRef {
  kind: ResourceKind;
  namespace: string;
  name: string;
}

export interface ClusterOptions {
  api: KubernetesApi;
  /** Absent: it may read all namespaces. */
  namespaces?: readonly string[];
  interests: Interests;
  log(sentence: string, level: 'info' | 'warn'): void;
  backOff?: (failures: number) => number;
}

/** One cluster: a watch for each kind that somebody asked for (and for each namespace, where it may not read all). */
export class Cluster {
  readonly api: KubernetesApi;
  readonly #options: ClusterOptions;
  readonly #reflectors = new Map<string, Reflector>();
  #stopped = false;

  constructor(options: ClusterOptions) {
    this.api = options.api;
    this.#options = options;
  }

  get name(): string {
    return this.api.cluster;
  }

  async see<T extends KubernetesObject>(ref: ObjectRef): Promise<Sight<T>> {
    await this.#reflector(ref.kind, ref.namespace)?.settled();
    return this.peek<T>(ref);
  }

  /** The same without waiting for the first list. */
  peek<T extends KubernetesObject>(ref: ObjectRef): Sight<T> {
    const reflector = this.#reflector(ref.kind, ref.namespace);
    if (!reflector)
      return { status: 'unknown', reason: this.#unread(ref.namespace) };
    const obstacle = this.#obstacle(ref.kind, reflector.connectivity);
    if (obstacle) return { status: 'unknown', reason: obstacle };
    const object = reflector.get(ref.namespace, ref.name) as T | undefined;
    return object ? { status: 'found', object } : { status: 'absent' };
  }

  async select<T extends KubernetesObject>(
    kind: ResourceKind,
    namespace: string,
    selector: LabelSelector,
  ): Promise<Selection<T>> {
    await this.#reflector(kind, namespace)?.settled();
    return this.peekAll<T>(kind, namespace, selector);
  }

  /** The same without waiting for the first list; a kind that is in no namespace has the namespace ''. */
  peekAll<T extends KubernetesObject>(
    kind: ResourceKind,
    namespace: string,
    selector: LabelSelector,
  ): Selection<T> {
    const reflector = this.#reflector(kind, namespace);
    if (!reflector)
      return { status: 'unknown', reason: this.#unread(namespace) };
    const { connectivity } = reflector;
    const obstacle = this.#obstacle(kind, connectivity);
    if (obstacle) {
      const unserved =
        connectivity.status === 'disconnected' && connectivity.unserved;
      return { status: 'unknown', reason: obstacle, unserved };
    }
    const objects = (reflector.all() as T[]).filter(
      ({ metadata }) =>
        (metadata.namespace ?? '') === namespace &&
        matchesSelector(selector, metadata.labels),
    );
    return {
      status: 'known',
      objects: objects.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
    };
  }

  /** Whether it is known what there is, or why that cannot be known; false before the first answer. */
  hasAnswered(kind: ResourceKind, namespace: string): boolean {
    const reflector = this.#reflector(kind, namespace);
    return reflector?.connectivity.status !== 'starting';
  }

  /** Whether a watch of the kind stands. */
  watching(kind: ResourceKind, namespace: string): boolean {
    return this.#reflector(kind, namespace)?.watching ?? false;
  }

  /** What an interest in one object waits for: the object, and whether it can be seen. */
  topicsOf({ kind, namespace, name }: ObjectRef): string[] {
    return [
      `${this.name}/${resourceName(kind)}/${namespace}/${name}`,
      this.#connectivityTopic(kind),
    ];
  }

  /** What an interest in all that a selector may choose waits for. */
  topicsOfAll(kind: ResourceKind, namespace: string): string[] {
    return [
      `${this.name}/${resourceName(kind)}/${namespace}`,
      this.#connectivityTopic(kind),
    ];
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all([...this.#reflectors.values()].map(each => each.stop()));
    await this.api.close();
  }

  #connectivityTopic = (kind: ResourceKind) =>
    `${this.name}/${resourceName(kind)}`;

  #reflector(kind: ResourceKind, namespace: string): Reflector | undefined {
    const { namespaces } = this.#options;
    if (namespaces && namespace && !namespaces.includes(namespace))
      return undefined;
    const target = {
      kind,
      namespace: (namespaces && namespace) || undefined,
    };
    const key = `${resourceName(kind)}/${target.namespace ?? ''}`;
    const known = this.#reflectors.get(key);
    if (known) return known;
    const reflector = this.#follow(target);
    this.#reflectors.set(key, reflector);
    if (!this.#stopped) reflector.start();
    return reflector;
  }

  #follow(target: Omit<Target, 'name'>): Reflector {
    const { api, interests, log } = this.#options;
    const { kind, namespace } = target;
    const what = `${resourceName(kind)}${namespace ? ` in ${namespace}` : ''}`;
    return new Reflector({
      api,
      target,
      backOff: this.#options.backOff,
      changed: ({ metadata }) => {
        const { namespace: at = '' } = metadata;
        const all = `${this.name}/${resourceName(kind)}/${at}`;
        interests.tell(`${all}/${metadata.name}`);
        interests.tell(all);
      },
      turned: connectivity => {
        if (connectivity.status === 'disconnected')
          log(
            `cannot see ${what}: ${connectivity.reason}`,
            connectivity.unserved ? 'info' : 'warn',
          );
        else log(`sees ${what} of cluster ${this.name}`, 'info');
        interests.tell(this.#connectivityTopic(kind));
      },
    });
  }

  #obstacle(kind: ResourceKind, now: Connectivity): string | undefined {
    if (now.status === 'connected') return undefined;
    if (now.status === 'starting')
      return `cluster ${this.name} has not said yet which ${resourceName(
        kind,
      )} it has`;
    return `${resourceName(kind)} of cluster ${
      this.name
    } cannot be seen since ${now.since}: ${now.reason}`;
  }

  #unread(namespace: string): string {
    return `cluster ${this.name} is not read in namespace ${namespace}: add it to the namespaces of that cluster in stevedore.kubernetes.clusters`;
  }
}
