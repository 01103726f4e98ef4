import {
  compareDescending,
  parseConstraint,
  parseVersion,
  satisfies,
  Version,
} from '../kinds/versioning/semver';
import { suite } from './answer';

interface RangeInput {
  constraint: string;
  strict?: boolean;
}

/** No constraint admits prereleases, which no written one does by itself. */
function matcher(text: string): (version: Version) => boolean {
  if (text === '') return () => true;
  const constraint = parseConstraint(text);
  return version => satisfies(version, constraint);
}

function select({
  constraint,
  versions,
  strict = false,
}: RangeInput & { versions: string[] }) {
  const matches = matcher(constraint);
  const valid = versions.flatMap(text => parseVersion(text, strict) ?? []);
  return { valid, match: valid.filter(matches) };
}

const texts = (versions: Version[]): string[] =>
  versions.map(version => version.original);

export const semver = suite<RangeInput & { versions: string[] }>(input => {
  const { valid, match } = select(input);
  return { valid: texts(valid), match: texts(match) };
});

export const semverSort = suite<RangeInput & { versions: string[] }>(input =>
  texts(select(input).match.sort(compareDescending)),
);

export const semverCheck = suite<RangeInput & { version: string }>(
  ({ constraint, version, strict = false }) => {
    const matches = matcher(constraint);
    const parsed = parseVersion(version, strict);
    return {
      parsed: parsed !== undefined,
      matches: parsed !== undefined && matches(parsed),
    };
  },
);
