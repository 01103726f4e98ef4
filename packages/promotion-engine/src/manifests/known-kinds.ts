export const KARGO_GROUP = 'kargo.akuity.io';
export const KARGO_API = `${KARGO_GROUP}/v1alpha1`;
export const ARGO_API = 'argoproj.io/v1alpha1';

export const READ_KINDS = [
  'Project',
  'ProjectConfig',
  'Warehouse',
  'Stage',
] as const;

/** Kinds of Kargo's that a definition may hold one day. */
export const LATER_KINDS: readonly string[] = [
  'PromotionTask',
  'ClusterPromotionTask',
  'ClusterConfig',
  'Freight',
  'Promotion',
  'PromotionRequest',
  'Target',
];
