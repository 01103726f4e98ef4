import { KubernetesObject } from '../api/resourceKind';

/** Kargo's annotation, and ours for kinds that Kargo does not know. */
const ANNOTATIONS = [
  'kargo.akuity.io/authorized-stage',
  'stevedore.dev/authorized-stage',
];

/**
 * Whether an object names a stage as one that may touch it: `project:stage[,project:stage…]` (kargo.md 10.1). Patterns
 * are no names and match nothing.
 */
export function namesStage(
  { metadata }: KubernetesObject,
  { project, stage }: { project: string; stage: string },
): boolean {
  return ANNOTATIONS.some(annotation =>
    (metadata.annotations?.[annotation] ?? '')
      .split(',')
      .some(each => each.trim() === `${project}:${stage}`),
  );
}
