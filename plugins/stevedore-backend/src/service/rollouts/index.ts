export { createRolloutService } from './createRolloutService';
export type { RolloutService } from './RolloutService';
