import { KubernetesObject, ResourceKind } from '../api/resourceKind';

export const ROLLOUTS: ResourceKind = {
  group: 'argoproj.io',
  version: 'v1alpha1',
  kind: 'Rollout',
  plural: 'rollouts',
};
export const REPLICA_SETS: ResourceKind = {
  group: 'apps',
  version: 'v1',
  kind: 'ReplicaSet',
  plural: 'replicasets',
};

/** Label of the ReplicaSets of a Rollout; its value is the hash of their pod template. */
export const HASH_LABEL = 'rollouts-pod-template-hash';
/** Number of the revision, on a Rollout and on its ReplicaSets. */
export const REVISION = 'rollout.argoproj.io/revision';
/** Generation of the workload that a Rollout takes its template from. */
export const WORKLOAD_GENERATION = 'rollout.argoproj.io/workload-generation';

interface PodTemplate {
  spec?: { containers?: { image?: string }[] };
}

/** One of them is set (Argo Rollouts: CanaryStep). */
export interface CanaryStep {
  setWeight?: number;
  /** Seconds, or a Go duration; without one until somebody promotes it. */
  pause?: { duration?: number | string };
  analysis?: { templates?: { templateName?: string }[] };
  experiment?: object;
  setCanaryScale?: {
    weight?: number;
    replicas?: number;
    matchTrafficWeight?: boolean;
  };
  setHeaderRoute?: { name?: string };
  setMirrorRoute?: { name?: string; percentage?: number };
  plugin?: { name?: string };
}

export interface AnalysisRunStatus {
  name: string;
  status: string;
  message?: string;
}

/** argoproj.io/v1alpha1, as far as it is read and written. */
export type Rollout = KubernetesObject & {
  spec?: {
    replicas?: number;
    paused?: boolean;
    template?: PodTemplate;
    workloadRef?: { kind?: string; name?: string };
    restartAt?: string;
    strategy?: {
      canary?: {
        steps?: CanaryStep[];
        trafficRouting?: object;
      };
      blueGreen?: {
        activeService: string;
        previewService?: string;
        autoPromotionEnabled?: boolean;
        autoPromotionSeconds?: number;
        postPromotionAnalysis?: object;
      };
    };
  };
  status?: {
    abort?: boolean;
    phase?: string;
    message?: string;
    /** Text, unlike that of other kinds. */
    observedGeneration?: string;
    workloadObservedGeneration?: string;
    currentPodHash?: string;
    stableRS?: string;
    currentStepIndex?: number | null;
    controllerPause?: boolean;
    pauseConditions?: { reason: string; startTime: string }[] | null;
    promoteFull?: boolean;
    replicas?: number;
    updatedReplicas?: number;
    readyReplicas?: number;
    availableReplicas?: number;
    restartedAt?: string;
    conditions?: {
      type: string;
      status: string;
      reason?: string;
      message?: string;
    }[];
    canary?: {
      weights?: { canary?: { weight?: number } };
      currentStepAnalysisRunStatus?: AnalysisRunStatus;
      currentBackgroundAnalysisRunStatus?: AnalysisRunStatus;
    };
    blueGreen?: {
      activeSelector?: string;
      previewSelector?: string;
      prePromotionAnalysisRunStatus?: AnalysisRunStatus;
      postPromotionAnalysisRunStatus?: AnalysisRunStatus;
    };
  };
};

/** apps/v1 ReplicaSet, as far as it tells a revision. */
export type ReplicaSet = KubernetesObject & {
  spec?: { template?: PodTemplate };
};

export const imagesOf = (template: PodTemplate | undefined): string[] =>
  (template?.spec?.containers ?? []).flatMap(({ image }) => image ?? []);

/** What is wanted is what is stable: nothing is being rolled out. */
export const isFullyPromoted = ({ status }: Rollout): boolean =>
  status?.stableRS !== undefined && status.stableRS === status.currentPodHash;
