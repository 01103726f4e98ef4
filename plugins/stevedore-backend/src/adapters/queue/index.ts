export { createQueue } from './createQueue';
export { InProcessQueue } from './InProcessQueue';
export type { InProcessQueueOptions } from './InProcessQueue';
export { PgBossQueue } from './PgBossQueue';
export type { PgBossQueueOptions } from './PgBossQueue';
