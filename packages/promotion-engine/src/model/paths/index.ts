export { compilePathPattern } from './pathPattern';
export { compilePathFilter } from './pathFilter';
export type { PathFilter, PathFilterConfig } from './pathFilter';
