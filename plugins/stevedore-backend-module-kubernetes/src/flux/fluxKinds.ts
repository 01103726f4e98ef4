import { KubernetesObject, ResourceKind } from '../api/resourceKind';

const kind = (
  [group, version]: readonly [string, string],
  name: string,
  plural: string,
): ResourceKind => ({
  group: `${group}.toolkit.fluxcd.io`,
  version,
  kind: name,
  plural,
});

const KUSTOMIZE = ['kustomize', 'v1'] as const;
const HELM = ['helm', 'v2'] as const;
const SOURCE = ['source', 'v1'] as const;

/** Kinds of Flux that a step may name. */
export const FLUX_KINDS = {
  Kustomization: kind(KUSTOMIZE, 'Kustomization', 'kustomizations'),
  HelmRelease: kind(HELM, 'HelmRelease', 'helmreleases'),
  GitRepository: kind(SOURCE, 'GitRepository', 'gitrepositories'),
  OCIRepository: kind(SOURCE, 'OCIRepository', 'ocirepositories'),
  HelmRepository: kind(SOURCE, 'HelmRepository', 'helmrepositories'),
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
  spec?: {
    suspend?: boolean;
    /** Of another cluster, into which it deploys. */
    kubeConfig?: object;
    /** HelmRelease. */
    chart?: { spec?: { chart?: string } };
    targetNamespace?: string;
  };
  status?: {
    observedGeneration?: number;
    lastHandledReconcileAt?: string;
    conditions?: Condition[];
    /** Kustomization. */
    lastAppliedRevision?: string;
    /** HelmRelease: newest first. */
    history?: {
      name?: string;
      namespace?: string;
      chartName?: string;
      chartVersion?: string;
    }[];
    /** Of everything that was applied, where the controller keeps it: `id` is `<namespace>_<name>_<group>_<kind>`. */
    inventory?: { entries?: { id: string }[] };
    /** Sources. */
    artifact?: { revision?: string };
  };
};
