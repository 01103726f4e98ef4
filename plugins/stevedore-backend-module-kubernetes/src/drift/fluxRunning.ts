import { ResourceKind } from '../api/resourceKind';
import { FluxObject } from '../flux/fluxKinds';
import { Said } from './objectsRunning';

/** What Flux applied last; a source says what it has, and not what came of it. */
export function fluxRuns(
  { spec, status }: FluxObject,
  { kind }: ResourceKind,
): Said {
  const none = { images: [], revisions: [] };
  switch (kind) {
    case 'Kustomization': {
      const revision = status?.lastAppliedRevision;
      return revision
        ? { images: [], revisions: [{ revision }] }
        : { reason: 'has applied nothing yet' };
    }
    case 'HelmRelease': {
      const [last] = status?.history ?? [];
      if (!last?.chartVersion) return { reason: 'has released nothing yet' };
      const chart = last.chartName ?? spec?.chart?.spec?.chart;
      return {
        images: [],
        revisions: [{ chart, revision: last.chartVersion }],
      };
    }
    default:
      return none;
  }
}
