export type {
  Application,
  ApplicationCheck,
  ApplicationSource,
} from './application';
export { observedRevisions, sourcesOf } from './application';
export { assessApplications } from './assessApplication';
export { HealthStatus, mergeHealth, worseHealth } from './health';
export type { Health } from './health';
export {
  healthObstacle,
  isWell,
  mergeChecks,
  unknownHealth,
} from './stageHealth';
export type { HealthCheck, StageHealth } from './stageHealth';
