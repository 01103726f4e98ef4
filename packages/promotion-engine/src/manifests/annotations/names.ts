export const ANNOTATION_PREFIX = 'stevedore.dev/';

/** The annotations of a catalog entity. */
export const EntityAnnotation = {
  stages: 'stevedore.dev/stages',
  image: 'stevedore.dev/image',
  gitops: 'stevedore.dev/gitops',
  autoPromote: 'stevedore.dev/auto-promote',
  autoRollback: 'stevedore.dev/auto-rollback',
  approvals: 'stevedore.dev/approvals',
  rollbackApprovals: 'stevedore.dev/rollback-approvals',
  queue: 'stevedore.dev/queue',
  update: 'stevedore.dev/update',
  interval: 'stevedore.dev/interval',
  soak: 'stevedore.dev/soak',
  everyVersion: 'stevedore.dev/every-version',
  verify: 'stevedore.dev/verify',
  tests: 'stevedore.dev/tests',
  metrics: 'stevedore.dev/metrics',
  rollouts: 'stevedore.dev/rollouts',
  pipeline: 'stevedore.dev/pipeline',
  kargoProject: 'stevedore.dev/kargo-project',
  kargo: 'stevedore.dev/kargo',
  project: 'stevedore.dev/project',
} as const;

/** Our additions to a Kargo Warehouse. */
export const WarehouseAnnotation = {
  everyVersion: 'stevedore.dev/every-version',
} as const;

/** Our additions to an AnalysisTemplate. */
export const TemplateAnnotation = {
  within: 'stevedore.dev/within',
} as const;

/** Our additions to a Kargo Stage. */
export const StageAnnotation = {
  approvals: 'stevedore.dev/approvals',
  rollbackApprovals: 'stevedore.dev/rollback-approvals',
  inputs: 'stevedore.dev/inputs',
  queue: 'stevedore.dev/queue',
  tests: 'stevedore.dev/tests',
  metrics: 'stevedore.dev/metrics',
  analysisRun: 'stevedore.dev/analysis-run',
  rollouts: 'stevedore.dev/rollouts',
} as const;
