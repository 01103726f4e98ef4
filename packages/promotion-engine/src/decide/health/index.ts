export type {
  Application,
  ApplicationCheck,
  ApplicationSource,
} from './application';
export { assessApplications } from './assessApplication';
export { HealthStatus, mergeHealth, worseHealth } from './health';
export type { Health } from './health';
