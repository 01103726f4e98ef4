import { KubernetesObject, ResourceKind } from '../api/resourceKind';

const kind = (name: string, plural: string): ResourceKind => ({
  group: 'apps',
  version: 'v1',
  kind: name,
  plural,
});

/** Kinds of workloads that a step may name. */
export const WORKLOAD_KINDS = {
  Deployment: kind('Deployment', 'deployments'),
  StatefulSet: kind('StatefulSet', 'statefulsets'),
  DaemonSet: kind('DaemonSet', 'daemonsets'),
} as const;
export type WorkloadKind = keyof typeof WORKLOAD_KINDS;

interface PodTemplate {
  spec?: {
    initContainers?: { image?: string }[];
    containers?: { image?: string }[];
  };
}

/** apps/v1: what their rollout status is read from. */
export type Workload = KubernetesObject & {
  spec?: {
    replicas?: number;
    paused?: boolean;
    template?: PodTemplate;
    /** Rollout: whose template it takes. */
    workloadRef?: { kind?: string; name?: string };
  };
  status?: {
    observedGeneration?: number;
    replicas?: number;
    updatedReplicas?: number;
    readyReplicas?: number;
    availableReplicas?: number;
    /** DaemonSet. */
    desiredNumberScheduled?: number;
    updatedNumberScheduled?: number;
    numberAvailable?: number;
    conditions?: {
      type: string;
      status: string;
      reason?: string;
      message?: string;
    }[];
  };
};
