import { StageRow } from '../../model/rows';
import { Health, HealthStatus, mergeHealth } from './health';

/** Health of what one step of the last promotion did. */
export interface HealthCheck extends Health {
  /** The step by its name or kind. */
  step: string;
  /** Where people see more of it. */
  links?: { url: string; label: string }[];
}

export interface StageHealth extends Health {
  /** Empty: nothing is checked. */
  checks: HealthCheck[];
}

/**
 * Why nothing can be said of a stage's health, whatever its checks say (kargo.md 4.6): it is counted only for a last
 * promotion that succeeded and was not followed by another.
 *
 * @returns undefined where its checks decide
 */
export function healthObstacle(
  row: Pick<StageRow, 'currentPromotion' | 'lastPromotion'> | undefined,
): string | undefined {
  if (row?.currentPromotion)
    return `${row.currentPromotion} is being promoted there`;
  if (!row?.lastPromotion) return 'nothing has been promoted there';
  const { name, phase } = row.lastPromotion;
  return phase === 'Succeeded'
    ? undefined
    : `its last promotion ${name} ended ${phase}`;
}

/** The worst of all checks; without any it is Healthy. */
export function mergeChecks(checks: HealthCheck[]): StageHealth {
  return { ...mergeHealth(checks), checks };
}

export const unknownHealth = (issue: string): StageHealth => ({
  status: HealthStatus.Unknown,
  issues: [issue],
  checks: [],
});

/** A verification begins, and freight becomes verified, only in such a stage. */
export const isWell = ({ status }: Health): boolean =>
  status === HealthStatus.Healthy || status === HealthStatus.NotApplicable;
