import { Health, HealthStatus } from '@stevedore/promotion-engine';

/** How one object is doing, for a step that waits and for the health of a stage alike. */
export type Verdict =
  | { status: 'ready' }
  | { status: 'waiting'; reason: string }
  /** It is broken, or nothing will happen by itself. */
  | { status: 'broken' | 'suspended'; reason: string };

const HEALTH: Record<Verdict['status'], HealthStatus> = {
  ready: HealthStatus.Healthy,
  waiting: HealthStatus.Progressing,
  suspended: HealthStatus.Progressing,
  broken: HealthStatus.Unhealthy,
};

export function healthOf(name: string, verdict: Verdict): Health {
  return {
    status: HEALTH[verdict.status],
    issues: verdict.status === 'ready' ? [] : [`${name} ${verdict.reason}`],
  };
}
