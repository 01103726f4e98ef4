export { compilePathPattern } from './pathPattern';
export { compilePathFilter, gitPathFilter } from './pathFilter';
export type { PathFilter, PathFilterConfig } from './pathFilter';
