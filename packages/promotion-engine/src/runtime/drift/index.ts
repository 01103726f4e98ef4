export { BranchHeads } from './BranchHeads';
export { GitReader } from './GitReader';
export { stageDrift } from './stageDrift';
export type { StageDrift } from './stageDrift';
