import { RunningFacts } from '@stevedore/promotion-engine';
import { ResourceKind } from '../api/resourceKind';
import { FLUX_KINDS, FluxObject } from '../flux/fluxKinds';
import { ObjectRef } from '../watch/Cluster';
import { ClusterView } from '../watch/ClusterView';
import { Workload } from '../workloads/workloadKinds';
import { factsOf, Said, titleOf } from './factsOf';
import { runningParts } from './inventory';
import { releasedWorkloads } from './releasedWorkloads';
import { workloadRuns } from './workloadRuns';

/** What Flux applied last, and the images of its workloads; a source says what it has, and not what came of it. */
export function fluxRuns(
  object: FluxObject,
  kind: ResourceKind,
  view: ClusterView,
): Said {
  switch (kind.kind) {
    case FLUX_KINDS.Kustomization.kind: {
      const revision = object.status?.lastAppliedRevision;
      return revision
        ? applied(object, { kind, revisions: [{ revision }] }, view)
        : { reason: 'has applied nothing yet' };
    }
    case FLUX_KINDS.HelmRelease.kind: {
      const [last] = object.status?.history ?? [];
      const revision = last?.chartVersion;
      if (!revision) return { reason: 'has released nothing yet' };
      const chart = last.chartName ?? object.spec?.chart?.spec?.chart;
      return applied(object, { kind, revisions: [{ chart, revision }] }, view);
    }
    default:
      return { images: [], revisions: [] };
  }
}

function applied(
  object: FluxObject,
  {
    kind,
    revisions,
  }: { kind: ResourceKind; revisions: { chart?: string; revision: string }[] },
  view: ClusterView,
): Said {
  const { metadata, spec, status } = object;
  const { name, namespace = '' } = metadata;
  const what = titleOf({ kind, name, namespace });
  const unseen = (reason: string): RunningFacts => ({
    ...{ what, status: 'unseen', about: ['image'] },
    reason: `${what} ${reason}`,
  });
  const said = (within: RunningFacts[]) => ({ images: [], revisions, within });
  if (spec?.kubeConfig)
    return said([
      unseen('deploys into the cluster of its kubeConfig, which is not read'),
    ]);
  if (status?.inventory)
    return said(
      runningParts(status.inventory).flatMap(ref => partFacts(ref, view)),
    );
  if (kind !== FLUX_KINDS.HelmRelease) return said([]);
  const { refs, unseen: missing } = releasedWorkloads(object, what, view);
  return said([...refs.flatMap(ref => partFacts(ref, view)), ...missing]);
}

const partFacts = (ref: ObjectRef, view: ClusterView): RunningFacts[] =>
  ref.kind === FLUX_KINDS.HelmRelease
    ? factsOf<FluxObject>(view, {
        ...{ ref, about: ['image', 'chart'] },
        say: object => fluxRuns(object, ref.kind, view),
      })
    : factsOf<Workload>(view, {
        ...{ ref, about: ['image'] },
        say: object => workloadRuns(object, ref.kind, view),
      });
