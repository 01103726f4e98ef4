export { createRolloutActs } from './createRolloutActs';
export type { RolloutActs, RolloutAsk, RolloutContext } from './RolloutActs';
