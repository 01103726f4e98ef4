/** Annotations of a catalog entity that make a pipeline; the same names as the engine reads. */
export const StevedoreAnnotation = {
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
export type StevedoreAnnotation =
  (typeof StevedoreAnnotation)[keyof typeof StevedoreAnnotation];

/** Does the entity say that it has a pipeline, or shows one? */
export function hasPipeline(entity: {
  metadata: { annotations?: Record<string, string> };
}): boolean {
  const annotations = entity.metadata.annotations ?? {};
  return [
    StevedoreAnnotation.stages,
    StevedoreAnnotation.pipeline,
    StevedoreAnnotation.kargoProject,
    StevedoreAnnotation.kargo,
    StevedoreAnnotation.project,
  ].some(name => Boolean(annotations[name]));
}
