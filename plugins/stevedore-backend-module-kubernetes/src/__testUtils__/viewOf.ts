import { KubernetesObject, ResourceKind } from '../api/resourceKind';
import { Cluster, ObjectRef } from '../watch/Cluster';
import { ClusterView } from '../watch/ClusterView';

/** A cluster that has these objects, and does not tell of the kinds that are hidden. */
export function viewOf(
  objects: readonly { kind: ResourceKind; object: KubernetesObject }[],
  hidden: Readonly<Record<string, { reason: string; unserved?: boolean }>> = {},
): ClusterView {
  const unknown = ({ kind }: ResourceKind) =>
    hidden[kind] && { status: 'unknown' as const, ...hidden[kind] };
  const cluster = {
    topicsOf: ({ kind, namespace, name }: ObjectRef) => [
      `${kind.kind}/${namespace}/${name}`,
    ],
    topicsOfAll: ({ kind }: ResourceKind, namespace: string) => [
      `${kind}/${namespace}`,
    ],
    hasAnswered: () => true,
    peek({ kind, namespace, name }: ObjectRef) {
      const found = objects.find(
        ({ kind: of, object: { metadata } }) =>
          of === kind &&
          metadata.namespace === namespace &&
          metadata.name === name,
      );
      const object = found?.object;
      return (
        unknown(kind) ??
        (object ? { status: 'found', object } : { status: 'absent' })
      );
    },
    peekAll: (kind: ResourceKind, namespace: string) =>
      unknown(kind) ?? {
        status: 'known',
        objects: objects
          .filter(({ kind: of }) => of === kind)
          .map(({ object }) => object)
          .filter(({ metadata }) => metadata.namespace === namespace),
      },
  };
  return new ClusterView(cluster as unknown as Cluster);
}
