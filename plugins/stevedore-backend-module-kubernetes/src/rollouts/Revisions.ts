import { ClusterError } from '../api/ClusterError';
import { KubernetesApi } from '../api/KubernetesApi';
import {
  HASH_LABEL,
  imagesOf,
  REPLICA_SETS,
  ReplicaSet,
  REVISION,
  Rollout,
} from './rollout';
import { KnownRevision } from './rolloutState';

const revisionOf = ({ metadata, spec }: ReplicaSet): KnownRevision => {
  const number = metadata.annotations?.[REVISION];
  return {
    number: number === undefined ? undefined : Number(number),
    images: imagesOf(spec?.template),
  };
};

/** How many are remembered. */
const MOST = 500;

/**
 * Numbers and images of revisions, from their ReplicaSets. A template never changes under its hash, so each is asked
 * for once; ReplicaSets are not watched, for there are too many of them.
 */
export class Revisions {
  readonly #known = new Map<string, KnownRevision>();

  /** @returns `problem` where they may not be read: then only the newest is known, from the Rollout itself */
  async of(
    api: KubernetesApi,
    { metadata, spec, status }: Rollout,
  ): Promise<{
    known: (hash: string) => KnownRevision | undefined;
    problem?: string;
  }> {
    const { namespace } = metadata;
    const key = (hash: string) =>
      `${api.cluster}/${namespace}/${metadata.uid ?? metadata.name}/${hash}`;
    const known = (hash: string) => this.#known.get(key(hash));
    const { currentPodHash, stableRS } = status ?? {};
    const needed = [
      stableRS === currentPodHash ? undefined : stableRS,
      spec?.workloadRef ? currentPodHash : undefined,
    ].flatMap(hash => (hash && !known(hash) ? hash : []));
    if (needed.length === 0) return { known };
    try {
      for (const hash of needed) {
        const { items } = await api.list<ReplicaSet>(
          { kind: REPLICA_SETS, namespace },
          { labelSelector: `${HASH_LABEL}=${hash}` },
        );
        if (items[0]) this.#remember(key(hash), revisionOf(items[0]));
      }
      return { known };
    } catch (error) {
      if (!(error instanceof ClusterError)) throw error;
      return { known, problem: error.message };
    }
  }

  #remember(key: string, revision: KnownRevision): void {
    this.#known.set(key, revision);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST) this.#known.delete(oldest);
  }
}
