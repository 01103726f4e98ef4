import { KubernetesObject, ResourceKind } from '../api/resourceKind';
import { Cluster, ObjectRef, Selection, Sight } from './Cluster';

/** One look at a cluster, and what it rested on. */
export class ClusterView {
  /** Of everything that was looked at, for an interest. */
  readonly topics = new Set<string>();
  /** What the cluster has not said yet; each settles once that is known. */
  readonly unanswered: (() => Promise<unknown>)[] = [];
  readonly #cluster: Cluster;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  see<T extends KubernetesObject>(ref: ObjectRef): Sight<T> {
    const { kind, namespace } = ref;
    this.#rests(this.#cluster.topicsOf(ref));
    if (!this.#cluster.hasAnswered(kind, namespace))
      this.unanswered.push(() => this.#cluster.see(ref));
    return this.#cluster.peek<T>(ref);
  }

  /** Everything of a kind in a namespace. */
  all<T extends KubernetesObject>(
    kind: ResourceKind,
    namespace: string,
  ): Selection<T> {
    this.#rests(this.#cluster.topicsOfAll(kind, namespace));
    if (!this.#cluster.hasAnswered(kind, namespace))
      this.unanswered.push(() => this.#cluster.select(kind, namespace, {}));
    return this.#cluster.peekAll<T>(kind, namespace, {});
  }

  #rests(topics: string[]): void {
    for (const topic of topics) this.topics.add(topic);
  }
}
