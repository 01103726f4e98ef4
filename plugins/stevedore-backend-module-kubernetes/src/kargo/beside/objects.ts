import { KubernetesObject } from '../../api/resourceKind';

/*
 * Kargo's objects as far as they are read (kargo.md, section 1). Whatever may be missing is optional: statuses are
 * written by controllers of any version, at any time.
 */

export interface Origin {
  kind: string;
  name: string;
}

export interface Contents {
  commits?: { repoURL: string; id: string; [more: string]: unknown }[];
  images?: { repoURL: string; tag?: string; digest?: string }[];
  charts?: { repoURL: string; name?: string; version: string }[];
  artifacts?: { artifactType: string; subscriptionName: string }[];
}

export interface Reference extends Contents {
  name: string;
  origin?: Origin;
}

export interface Collection {
  id?: string;
  items?: Record<string, Reference>;
  /** Newest first. */
  verificationHistory?: {
    id?: string;
    actor?: string;
    startTime?: string;
    finishTime?: string;
    phase?: string;
    message?: string;
  }[];
}

export interface Condition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
}

export interface FreightObject extends KubernetesObject, Contents {
  alias?: string;
  origin?: Origin;
  discoveredAt?: string;
  status?: {
    currentlyIn?: Record<string, { since?: string } | null>;
    verifiedIn?: Record<
      string,
      { verifiedAt?: string; longestSoak?: string } | null
    >;
    approvedFor?: Record<string, { approvedAt?: string } | null>;
    metadata?: Record<string, unknown>;
  };
}

export interface StageObject extends KubernetesObject {
  spec?: {
    shard?: string;
    verification?: unknown;
    promotionTemplate?: { spec?: { steps?: unknown[] } };
  };
  status?: {
    freightHistory?: Collection[];
    currentPromotion?: { name: string };
    lastPromotion?: {
      name: string;
      freight?: { name?: string };
      status?: { phase?: string };
      finishedAt?: string;
    };
    health?: { status?: string; issues?: string[] };
    autoPromotionHolds?: Holds;
    effectiveAutoPromotionHolds?: Holds;
    metadata?: Record<string, unknown>;
  };
}

export type Holds = Record<
  string,
  {
    freightName?: string;
    promotionName?: string;
    actor?: string;
    createdAt?: string;
  }
>;

export interface StepObject {
  uses?: string;
  as?: string;
  if?: string;
  continueOnError?: boolean;
  config?: Record<string, unknown>;
}

export interface PromotionObject extends KubernetesObject {
  spec?: {
    stage?: string;
    freight?: string;
    vars?: { name: string; value?: string }[];
    steps?: StepObject[];
  };
  status?: {
    phase?: string;
    message?: string;
    startedAt?: string;
    finishedAt?: string;
    freight?: Reference;
    freightCollection?: Collection;
    currentStep?: number;
    stepExecutionMetadata?: {
      alias?: string;
      startedAt?: string;
      finishedAt?: string;
      errorCount?: number;
      status?: string;
      message?: string;
    }[];
    state?: Record<string, unknown>;
  };
}

export interface WarehouseObject extends KubernetesObject {
  spec?: { shard?: string };
  status?: {
    conditions?: Condition[];
    discoveredArtifacts?: {
      discoveredAt?: string;
      git?: unknown[];
      images?: unknown[];
      charts?: unknown[];
    };
  };
}

/** Annotations that Kargo reads and writes (kargo.md 1.3). */
export const KargoAnnotation = {
  abort: 'kargo.akuity.io/abort',
  actor: 'kargo.akuity.io/create-actor',
  refresh: 'kargo.akuity.io/refresh',
  stage: 'kargo.akuity.io/stage',
} as const;

/** When it was created; the API server always says. */
export const createdAt = ({ metadata }: KubernetesObject): string =>
  metadata.creationTimestamp ?? '';

export const actorOf = ({ metadata }: KubernetesObject): string | undefined =>
  metadata.annotations?.[KargoAnnotation.actor] || undefined;
