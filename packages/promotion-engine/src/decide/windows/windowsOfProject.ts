import { ClusterWindow, StageWindow } from '../../model/definition';
import { PolicySubject, selectsStage } from '../isAutoPromotionEnabled';

/**
 * The windows of the platform that concern a project, which count together with its own
 * (Kargo 1.13: the union of ClusterConfig and ProjectConfig).
 * @throws Error for a selector that cannot be read
 */
export function windowsOfProject(
  windows: readonly ClusterWindow[],
  project: PolicySubject,
): StageWindow[] {
  return windows
    .filter(
      ({ projectSelector }) =>
        !projectSelector || selectsStage(projectSelector, project),
    )
    .map(({ selector, window }) => ({ selector, window }));
}
