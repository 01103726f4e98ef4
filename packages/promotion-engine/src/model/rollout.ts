/** A progressive delivery of a workload in a cluster (Argo Rollouts: Rollout). */
export interface RolloutRef {
  cluster: string;
  namespace: string;
  name: string;
}

/** How a stage names one of its rollouts; without a cluster: the only one there is. */
export type NamedRollout = Omit<RolloutRef, 'cluster'> & { cluster?: string };
