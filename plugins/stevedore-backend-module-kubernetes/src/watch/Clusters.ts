import { Cluster } from './Cluster';
import { Interests } from './Interests';

/** Every cluster that the configuration names. */
export class Clusters {
  readonly interests: Interests;
  readonly #clusters: ReadonlyMap<string, Cluster>;

  constructor(clusters: readonly Cluster[], interests: Interests) {
    this.#clusters = new Map(clusters.map(each => [each.name, each]));
    this.interests = interests;
  }

  /** @throws Error that names the clusters there are. */
  get(name: string): Cluster {
    const cluster = this.#clusters.get(name);
    if (cluster) return cluster;
    const known = [...this.#clusters.keys()].join(', ') || 'none';
    throw new Error(
      `there is no cluster "${name}": stevedore.kubernetes.clusters has ${known}`,
    );
  }

  /** The one that is named, or the only one there is. @throws Error otherwise */
  getOnly(name?: string): Cluster {
    if (name !== undefined) return this.get(name);
    const all = [...this.#clusters.values()];
    if (all.length === 1) return all[0];
    throw new Error(
      all.length === 0
        ? 'no cluster is configured: add one to stevedore.kubernetes.clusters'
        : `say which cluster: ${[...this.#clusters.keys()].join(', ')}`,
    );
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#clusters.values()].map(each => each.stop()));
  }
}
