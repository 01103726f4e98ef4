export { createRouter } from './createRouter';
export type { RouterDeps } from './RouterDeps';
