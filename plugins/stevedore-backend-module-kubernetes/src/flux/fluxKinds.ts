import { KubernetesObject, ResourceKind } from '../api/resourceKind';

const kind = (
  group: string,
  version: string,
  name: string,
  plural: string,
): ResourceKind => ({
  group: `${group}.toolkit.fluxcd.io`,
  version,
  kind: name,
  plural,
});

/** Kinds of Flux that a step may name. */
export const FLUX_KINDS = {
  Kustomization: kind('kustomize', 'v1', 'Kustomization', 'kustomizations'),
  HelmRelease: kind('helm', 'v2', 'HelmRelease', 'helmreleases'),
  GitRepository: kind('source', 'v1', 'GitRepository', 'gitrepositories'),
  OCIRepository: kind('source', 'v1', 'OCIRepository', 'ocirepositories'),
  HelmRepository: kind('source', 'v1', 'HelmRepository', 'helmrepositories'),
} as const;
export type FluxKind = keyof typeof FLUX_KINDS;

interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason?: string;
  message?: string;
}

/** What all of them have in common, and where each says what it is at. */
export type FluxObject = KubernetesObject & {
  spec?: { suspend?: boolean };
  status?: {
    observedGeneration?: number;
    lastHandledReconcileAt?: string;
    conditions?: Condition[];
    /** Kustomization. */
    lastAppliedRevision?: string;
    /** HelmRelease: newest first. */
    history?: { chartVersion?: string }[];
    /** Sources. */
    artifact?: { revision?: string };
  };
};
