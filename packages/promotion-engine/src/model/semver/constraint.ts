import { Comparator, createComparator, Operator, passes } from './comparator';
import { Version } from './version';

/** A version range: one of the groups must pass with all its comparators. */
export interface Constraint {
  text: string;
  groups: { comparators: Comparator[]; admitsPrereleases: boolean }[];
}

const MAX_LENGTH = 512;
const MAX_GROUPS = 32;
const BLANK = '[\\t\\n\\f\\r ]';
const PART = '[0-9|xX*]+';
const IDENTIFIERS = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*';
const VERSION = `v?(${PART})(?:\\.(${PART}))?(?:\\.(${PART}))?(-${IDENTIFIERS})?(?:\\+${IDENTIFIERS})?`;
const COMPARATOR = new RegExp(
  `(!=|>=|=>|<=|=<|~>|[=<>~^]|)${BLANK}*${VERSION}`,
  'y',
);
const BLANKS = new RegExp(`${BLANK}*`, 'y');
const HYPHEN_RANGE = new RegExp(
  `${BLANK}*(${VERSION})${BLANK}+-${BLANK}+(${VERSION})${BLANK}*`,
  'g',
);
/** Group of the second version in HYPHEN_RANGE: a version has four groups of its own. */
const SECOND = 6;

function refuse(text: string, why: string): never {
  throw new Error(`The version range "${text}" cannot be read: ${why}.`);
}

/** `1.2 - 2.3` becomes `>= 1.2, <= 2.3`. */
function expandHyphens(text: string): string {
  return text.replace(
    HYPHEN_RANGE,
    (_, ...groups: string[]) => `>= ${groups[0]}, <= ${groups[SECOND - 1]} `,
  );
}

function skipBlanks(text: string, at: number): number {
  BLANKS.lastIndex = at;
  BLANKS.exec(text);
  return BLANKS.lastIndex;
}

// read piece by piece: one expression for the whole group would backtrack without end on hostile input
function parseGroup(
  group: string,
  whole: string,
): Constraint['groups'][number] {
  const comparators: Comparator[] = [];
  let at = skipBlanks(group, 0);
  for (;;) {
    COMPARATOR.lastIndex = at;
    const match = COMPARATOR.exec(group);
    if (!match) {
      const rest = group.slice(at).trim();
      return refuse(
        whole,
        rest === ''
          ? 'a comparison is missing'
          : `"${rest}" is no comparison such as ">=1.2.0"`,
      );
    }
    const [text, operator, major, minor, patch, prerelease = ''] = match;
    const comparator = createComparator(operator as Operator, {
      major,
      minor,
      patch,
      prerelease,
    });
    comparators.push(
      comparator ?? refuse(whole, `"${text}" has no valid version`),
    );
    const end = COMPARATOR.lastIndex;
    at = skipBlanks(group, end);
    if (at === group.length) break;
    if (group[at] === ',') at = skipBlanks(group, at + 1);
    else if (at === end)
      refuse(whole, `"${group.slice(at)}" needs a comma or a blank before it`);
  }
  return {
    comparators,
    admitsPrereleases: comparators.some(one => one.version.prerelease !== ''),
  };
}

/**
 * Reads a version range in the language of Masterminds/semver v3, which Kargo uses: comma or blank is AND, `||` is
 * OR, `1.2` means `~1.2`, and a prerelease anywhere in a group admits prereleases of every version.
 * @throws Error whose message quotes the range and says what is wrong with it.
 */
export function parseConstraint(text: string): Constraint {
  if (Buffer.byteLength(text) > MAX_LENGTH)
    refuse(text, `it is longer than ${MAX_LENGTH} characters`);
  const groups = expandHyphens(text).split('||');
  if (groups.length > MAX_GROUPS)
    refuse(text, `it has more than ${MAX_GROUPS} alternatives`);
  return { text, groups: groups.map(group => parseGroup(group, text)) };
}

/** Whether a version lies in the range (Masterminds: Constraints.Check). */
export function satisfies(version: Version, constraint: Constraint): boolean {
  return constraint.groups.some(
    group =>
      (version.prerelease === '' || group.admitsPrereleases) &&
      group.comparators.every(comparator => passes(version, comparator)),
  );
}
