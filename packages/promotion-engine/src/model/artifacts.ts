/** Where freight comes from (Kargo: FreightOrigin). `kind` is always `Warehouse`. */
export interface FreightOrigin {
  kind: 'Warehouse';
  name: string;
}

/** One Git commit as part of freight (Kargo: GitCommit). */
export interface GitCommit {
  repoURL: string;
  id: string;
  branch?: string;
  tag?: string;
  message?: string;
  author?: string;
  committer?: string;
  subscriptionName?: string;
}

/** One container image as part of freight (Kargo: Image). */
export interface Image {
  repoURL: string;
  tag: string;
  digest: string;
  annotations?: Record<string, string>;
  subscriptionName?: string;
}

/** One Helm chart version as part of freight (Kargo: Chart). */
export interface Chart {
  repoURL: string;
  name?: string;
  version: string;
  subscriptionName?: string;
}

/** A generic artifact (Kargo: ArtifactReference). */
export interface GenericArtifact {
  artifactType: string;
  subscriptionName: string;
  version: string;
  metadata?: unknown;
}

/** What one freight holds. */
export interface Artifacts {
  commits: GitCommit[];
  images: Image[];
  charts: Chart[];
  artifacts: GenericArtifact[];
}

/** The canonical key of an origin, `Warehouse/<name>` (Kargo: FreightOrigin.String). */
export function originKey(origin: FreightOrigin): string {
  return `${origin.kind}/${origin.name}`;
}
