export type { Constraint, Version } from '../../../model/semver';
export {
  compareDescending,
  compareVersions,
  parseConstraint,
  parseVersion,
  satisfies,
} from '../../../model/semver';
