export type { Constraint } from './constraint';
export { parseConstraint, satisfies } from './constraint';
export type { Version } from './version';
export { compareDescending, compareVersions, parseVersion } from './version';
