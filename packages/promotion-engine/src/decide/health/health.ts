/** From good to bad (Kargo: HealthState). */
export const HealthStatus = {
  Healthy: 'Healthy',
  NotApplicable: 'NotApplicable',
  Progressing: 'Progressing',
  Unknown: 'Unknown',
  Unhealthy: 'Unhealthy',
} as const;
export type HealthStatus = (typeof HealthStatus)[keyof typeof HealthStatus];

/** How something is, and a sentence for each reason why it is not well. */
export interface Health {
  status: HealthStatus;
  issues: string[];
}

const SEVERITY: readonly string[] = Object.values(HealthStatus);

/** A status that Kargo does not know is no worse than Healthy. */
const severityOf = (status: string): number =>
  Math.max(0, SEVERITY.indexOf(status));

/** The worse of two; of two that are equally bad the later one (Kargo: HealthState.Merge). */
export function worseHealth<T extends string>(before: T, later: T): T {
  return severityOf(later) >= severityOf(before) ? later : before;
}

/** What several checks say together; nothing to check is Healthy (Kargo: aggregatingChecker). */
export function mergeHealth(parts: readonly Health[]): Health {
  return {
    status: parts
      .map(part => part.status)
      .reduce(worseHealth, HealthStatus.Healthy),
    issues: parts.flatMap(part => part.issues),
  };
}
