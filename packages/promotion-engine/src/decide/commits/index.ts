export { sourceRanges } from './sourceRanges';
export type { SourceRange, UnknownSource } from './sourceRanges';
