import { Cluster } from './Cluster';
import { Interests } from './Interests';

/** Clusters that somebody else has the list of. */
export interface OtherClusters {
  /** Undefined where it is not known which there are. */
  names(): readonly string[] | undefined;
  make(name: string): Cluster;
}

/** Every cluster that the configuration names, and those that are found elsewhere. */
export class Clusters {
  readonly interests: Interests;
  readonly #configured: readonly string[];
  readonly #clusters: Map<string, Cluster>;
  readonly #others?: OtherClusters;

  constructor(
    clusters: readonly Cluster[],
    interests: Interests,
    others?: OtherClusters,
  ) {
    this.#configured = clusters.map(({ name }) => name);
    this.#clusters = new Map(clusters.map(each => [each.name, each]));
    this.interests = interests;
    this.#others = others;
  }

  /** @throws Error that names the clusters there are. */
  get(name: string): Cluster {
    const cluster = this.#clusters.get(name);
    if (this.#configured.includes(name)) return cluster!;
    const others = this.#others?.names();
    // while it is not known which there are, requests tell; until they do it cannot be seen
    if (this.#others && (!others || others.includes(name))) {
      const found = cluster ?? this.#others.make(name);
      this.#clusters.set(name, found);
      return found;
    }
    this.#clusters.delete(name);
    cluster?.stop().catch(() => undefined);
    const known = this.#names().join(', ') || 'none';
    throw new Error(
      others
        ? `there is no cluster "${name}": stevedore.kubernetes.clusters and Backstage’s Kubernetes plugin have ${known}`
        : `there is no cluster "${name}": stevedore.kubernetes.clusters has ${known}`,
    );
  }

  /** The one that is named, or the only one that is configured here. @throws Error otherwise */
  getOnly(name?: string): Cluster {
    if (name !== undefined) return this.get(name);
    if (this.#configured.length === 1) return this.get(this.#configured[0]);
    const names = this.#names();
    throw new Error(
      names.length === 0
        ? 'no cluster is configured: add one to stevedore.kubernetes.clusters'
        : `say which cluster: ${names.join(', ')}`,
    );
  }

  #names(): string[] {
    const others = this.#others?.names() ?? [];
    return [...new Set([...this.#configured, ...others])];
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#clusters.values()].map(each => each.stop()));
  }
}
