/** A commit or tag as a warehouse found it (Kargo: DiscoveredCommit). */
export interface DiscoveredCommit {
  id: string;
  /** As the subscription names it; absent for the default branch. */
  branch?: string;
  tag?: string;
  /** At most 80 characters. */
  subject: string;
  author: string;
  committer: string;
  /** RFC 3339. */
  creatorDate: string;
}

/** An image as a warehouse found it (Kargo: DiscoveredImageReference). */
export interface DiscoveredImage {
  tag: string;
  digest: string;
  /** RFC 3339, when the manifest or its config tells. */
  createdAt?: string;
  annotations: Record<string, string>;
  /** `os/arch[/variant]`, for an index. */
  platforms?: string[];
}

export interface DiscoveredCommits {
  repoURL: string;
  subscriptionName?: string;
  commits: DiscoveredCommit[];
}

export interface DiscoveredImages {
  repoURL: string;
  subscriptionName?: string;
  references: DiscoveredImage[];
}

export interface DiscoveredCharts {
  repoURL: string;
  name?: string;
  subscriptionName?: string;
  versions: string[];
}

/** What the subscriptions of a warehouse found, best first, in the order of the subscriptions (Kargo: DiscoveredArtifacts). */
export interface Discovered {
  git: DiscoveredCommits[];
  images: DiscoveredImages[];
  charts: DiscoveredCharts[];
}

/** Kargo's condition types of a warehouse. */
export type WarehouseConditionType =
  | 'Ready'
  | 'Healthy'
  | 'FreightCreationCriteriaSatisfied'
  | 'FreightCreated';

/** Why a warehouse is as it is (Kargo: status.conditions). */
export interface WarehouseCondition {
  type: WarehouseConditionType;
  status: 'True' | 'False' | 'Unknown';
  /** One of Kargo's reasons, such as `ArtifactsDiscovered`. */
  reason: string;
  /** Sentence. */
  message: string;
}
