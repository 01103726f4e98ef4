import { HealthCheck } from '@stevedore/plugin-stevedore-common';
import { Badge } from './badge';

const CHECKS: Record<HealthCheck['status'], Badge> = {
  Healthy: { shape: 'check', tone: 'good', word: 'healthy' },
  NotApplicable: { shape: 'bar', tone: 'quiet', word: 'not applicable' },
  Progressing: { shape: 'hourglass', tone: 'busy', word: 'progressing' },
  Unknown: { shape: 'dot', tone: 'attention', word: 'cannot be seen' },
  Unhealthy: { shape: 'cross', tone: 'bad', word: 'unhealthy' },
};

export function checkBadge(status: HealthCheck['status']): Badge {
  return CHECKS[status];
}
