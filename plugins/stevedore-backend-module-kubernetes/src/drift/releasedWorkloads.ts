import { RunningFacts } from '@stevedore/promotion-engine';
import { KubernetesObject } from '../api/resourceKind';
import { FluxObject } from '../flux/fluxKinds';
import { ObjectRef } from '../watch/Cluster';
import { ClusterView } from '../watch/ClusterView';
import { ALL_WORKLOADS } from '../workloads/judgeByKind';

interface Release {
  name?: string;
  namespace: string;
}

/**
 * Workloads of a HelmRelease by their labels, in the namespace of the release, for a helm-controller that keeps no
 * inventory.
 */
export function releasedWorkloads(
  object: FluxObject,
  what: string,
  view: ClusterView,
): { refs: ObjectRef[]; unseen: RunningFacts[] } {
  const { metadata, spec, status } = object;
  const [last] = status?.history ?? [];
  const release: Release = {
    name: last?.name,
    namespace:
      last?.namespace ?? spec?.targetNamespace ?? metadata.namespace ?? '',
  };
  const refs: ObjectRef[] = [];
  const unseen: RunningFacts[] = [];
  for (const kind of Object.values(ALL_WORKLOADS)) {
    const selection = view.all(kind, release.namespace);
    if (selection.status === 'known')
      refs.push(
        ...selection.objects
          .filter(each => belongs(each, object, release))
          .map(each => ({
            kind,
            namespace: release.namespace,
            name: each.metadata.name,
          })),
      );
    else if (!selection.unserved)
      unseen.push({
        ...{ what, status: 'unseen', about: ['image'] },
        reason: `workloads of ${what} cannot be seen: ${selection.reason}`,
      });
  }
  return { refs, unseen };
}

/** By what helm-controller labels it with, or, where it does not, by what Helm does. */
function belongs(
  { metadata }: KubernetesObject,
  { metadata: { name, namespace } }: FluxObject,
  release: Release,
): boolean {
  const { labels = {}, annotations = {} } = metadata;
  const owner = labels['helm.toolkit.fluxcd.io/name'];
  if (owner !== undefined)
    return (
      owner === name && labels['helm.toolkit.fluxcd.io/namespace'] === namespace
    );
  return (
    labels['app.kubernetes.io/managed-by'] === 'Helm' &&
    release.name !== undefined &&
    annotations['meta.helm.sh/release-name'] === release.name &&
    annotations['meta.helm.sh/release-namespace'] === release.namespace
  );
}
