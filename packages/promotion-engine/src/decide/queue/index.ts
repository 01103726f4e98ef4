export { batchLeavesAt } from './batch';
export { promotionsAhead } from './ahead';
export { supersededInQueue } from './supersede';
export type { Superseded } from './supersede';
