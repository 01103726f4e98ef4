export const KARGO_GROUP = 'kargo.akuity.io';
export const KARGO_API = `${KARGO_GROUP}/v1alpha1`;
export const ARGO_API = 'argoproj.io/v1alpha1';

/** Kargo's kinds, in the order in which each finds what it refers to. */
export const KARGO_KINDS: readonly string[] = [
  'Project',
  'ProjectConfig',
  'ClusterConfig',
  'ClusterPromotionTask',
  'PromotionTask',
  'Warehouse',
  'Target',
  'Stage',
  'Freight',
  'Promotion',
  'PromotionRequest',
];
