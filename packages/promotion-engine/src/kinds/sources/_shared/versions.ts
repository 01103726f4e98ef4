import {
  compareDescending,
  parseConstraint,
  parseVersion,
  satisfies,
  Version,
} from '../../../model/semver';

/** A thing and the version that its name says. */
interface Versioned<T> {
  item: T;
  version: Version;
}

export interface VersionRules {
  /** Absent or empty: every version, prereleases too, which no written range admits by itself. */
  constraint?: string;
  /** Only versions with three parts, after an optional `v` (Kargo: strictSemvers). */
  strict: boolean;
}

/** Keeps what has a version in the range, greatest first; equal precedence: the greater spelling first. */
export type VersionOrder = <T>(
  items: readonly T[],
  textOf: (item: T) => string,
) => T[];

/** @throws Error whose message quotes a range that cannot be read. */
export function compileVersionOrder(rules: VersionRules): VersionOrder {
  const constraint = rules.constraint
    ? parseConstraint(rules.constraint)
    : undefined;
  return <T>(items: readonly T[], textOf: (item: T) => string) =>
    items
      .flatMap((item): Versioned<T>[] => {
        const version = parseVersion(textOf(item), rules.strict);
        return version ? [{ item, version }] : [];
      })
      .filter(({ version }) => !constraint || satisfies(version, constraint))
      .sort((a, b) => compareDescending(a.version, b.version))
      .map(({ item }) => item);
}
