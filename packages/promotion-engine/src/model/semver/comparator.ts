import {
  comparePrereleases,
  compareVersions,
  parseVersion,
  Version,
} from './version';

/** One comparison, `>=1.2`. "Open" parts were left out or are wildcards. */
export interface Comparator {
  operator: Operator;
  version: Version;
  /** Anything was left open. */
  open: boolean;
  openMinor: boolean;
  openPatch: boolean;
}

export type Operator =
  | ''
  | '='
  | '!='
  | '>'
  | '<'
  | '>='
  | '=>'
  | '<='
  | '=<'
  | '~'
  | '~>'
  | '^';

const isWildcard = (part: string | undefined): boolean =>
  part === undefined || /^[xX*]$/.test(part);

/** The parts of a version inside a constraint, as they were matched. */
export interface VersionParts {
  major: string;
  minor?: string;
  patch?: string;
  /** With its dash. */
  prerelease: string;
}

/** @returns undefined when the parts make no version. What follows a wildcard is ignored. */
export function createComparator(
  operator: Operator,
  parts: VersionParts,
): Comparator | undefined {
  const { major, minor, patch, prerelease } = parts;
  const openMajor = isWildcard(major);
  const openMinor = !openMajor && isWildcard(minor);
  const openPatch = !openMajor && !openMinor && isWildcard(patch);
  const numbers = [
    openMajor ? '0' : major,
    openMajor || openMinor ? '0' : minor,
    openMajor || openMinor || openPatch ? '0' : patch,
  ];
  const version = parseVersion(`${numbers.join('.')}${prerelease}`, false);
  return (
    version && {
      operator,
      version,
      openMinor,
      openPatch,
      open: openMajor || openMinor || openPatch,
    }
  );
}

type Test = (version: Version, comparator: Comparator) => boolean;

const notEqual: Test = (v, c) => {
  const differs = compareVersions(v, c.version) !== 0;
  if (!c.open) return differs;
  if (c.version.major !== v.major) return true;
  if (c.openMinor) return false;
  if (c.version.minor !== v.minor) return true;
  if (c.openPatch)
    return comparePrereleases(v.prerelease, c.version.prerelease) !== 0;
  return differs;
};

const greater: Test = (v, c) => {
  if (!c.open) return compareVersions(v, c.version) > 0;
  if (v.major !== c.version.major) return v.major > c.version.major;
  if (c.openMinor) return false;
  if (c.openPatch) return v.minor > c.version.minor;
  return compareVersions(v, c.version) > 0;
};

const atMost: Test = (v, c) => {
  if (!c.open) return compareVersions(v, c.version) <= 0;
  if (v.major > c.version.major) return false;
  return v.major < c.version.major || v.minor <= c.version.minor || c.openMinor;
};

const tilde: Test = (v, c) => {
  if (compareVersions(v, c.version) < 0) return false;
  const { major, minor, patch } = c.version;
  // `~0.0.0` takes everything: Masterminds cannot tell it from `~*`
  if (
    major === 0n &&
    minor === 0n &&
    patch === 0n &&
    !c.openMinor &&
    !c.openPatch
  )
    return true;
  return v.major === major && (v.minor === minor || c.openMinor);
};

const caret: Test = (v, c) => {
  if (compareVersions(v, c.version) < 0) return false;
  const { major, minor, patch } = c.version;
  if (major > 0n || c.openMinor) return v.major === major;
  if (v.major > major) return false;
  if (minor > 0n || c.openPatch) return v.minor === minor;
  return v.minor === minor && v.patch === patch;
};

const equalOrTilde: Test = (v, c) =>
  c.open ? tilde(v, c) : compareVersions(v, c.version) === 0;
const atLeast: Test = (v, c) => compareVersions(v, c.version) >= 0;
const less: Test = (v, c) => compareVersions(v, c.version) < 0;

const TESTS: Record<Operator, Test> = {
  '': equalOrTilde,
  '=': equalOrTilde,
  '!=': notEqual,
  '>': greater,
  '<': less,
  '>=': atLeast,
  '=>': atLeast,
  '<=': atMost,
  '=<': atMost,
  '~': tilde,
  '~>': tilde,
  '^': caret,
};

/** Whether a version passes; prereleases are let in or kept out before. */
export function passes(version: Version, comparator: Comparator): boolean {
  return TESTS[comparator.operator](version, comparator);
}
