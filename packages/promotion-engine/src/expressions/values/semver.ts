import {
  BOOL,
  INT,
  method,
  objectType,
  STRING,
  UINT64,
} from '../types/staticType';
import { Fault } from '../errors';
import { NamedInteger, uint64Kind } from './namedInteger';
import { Method, ObjectType, ObjectValue, StaticType, Value } from './value';

/** The parts of a version; numbers are as large as Go's uint64. */
export interface VersionParts {
  readonly major: bigint;
  readonly minor: bigint;
  readonly patch: bigint;
  readonly prerelease: string;
  readonly metadata: string;
}

/** Masterminds' `semver.Version`, which Kargo's `semverParse` returns. */
export class Version extends ObjectValue {
  /** What was parsed is a pointer in Go; what was made of it by a method is none, and has fewer methods. */
  constructor(
    readonly parts: VersionParts,
    readonly original: string,
    readonly type: ObjectType = versionType,
  ) {
    super();
  }

  override text(): string {
    const { major, minor, patch, prerelease, metadata } = this.parts;
    return `${major}.${minor}.${patch}${prerelease && `-${prerelease}`}${
      metadata && `+${metadata}`
    }`;
  }

  override plain(): Value {
    return this.text();
  }

  override equals(other: Value): boolean {
    return (
      other instanceof Version &&
      other.type === this.type &&
      other.text() === this.text() &&
      other.original === this.original
    );
  }
}

const PATTERN =
  /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/;

/** Masterminds' `NewVersion`: a leading `v` and missing parts are fine. `undefined` for what is no version. */
export function parseVersion(text: string): Version | undefined {
  const match = PATTERN.exec(text);
  if (!match || text.length > 256) {
    return undefined;
  }
  const [major, minor, patch] = match
    .slice(1, 4)
    .map(part => BigInt(part ?? 0));
  const [prerelease = '', metadata = ''] = match.slice(4);
  const tooLarge = [major, minor, patch].some(part => part >= 2n ** 64n);
  if (tooLarge || prerelease.split('.').some(part => /^0\d+$/.test(part))) {
    return undefined;
  }
  return new Version({ major, minor, patch, prerelease, metadata }, text);
}

/** The order of the SemVer specification, section 11; metadata does not count. */
export function compareVersions(left: Version, right: Version): number {
  for (const part of ['major', 'minor', 'patch'] as const) {
    if (left.parts[part] !== right.parts[part]) {
      return left.parts[part] < right.parts[part] ? -1 : 1;
    }
  }
  return comparePrereleases(left.parts.prerelease, right.parts.prerelease);
}

function comparePrereleases(left: string, right: string): number {
  if (left === '' || right === '') {
    return Number(left === '') - Number(right === '');
  }
  const a = left.split('.');
  const b = right.split('.');
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const order = compareIdentifiers(a[i], b[i]);
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}

function compareIdentifiers(
  a: string | undefined,
  b: string | undefined,
): number {
  if (a === undefined || b === undefined) {
    return Number(b === undefined) - Number(a === undefined);
  }
  const numeric = [a, b].map(part => /^\d+$/.test(part));
  if (numeric[0] && numeric[1]) {
    return Number(BigInt(a) > BigInt(b)) - Number(BigInt(a) < BigInt(b));
  }
  return numeric[0] === numeric[1]
    ? Number(a > b) - Number(a < b)
    : Number(numeric[1]) - Number(numeric[0]);
}

const methods: Record<string, Method> = {};
const versionType: ObjectType = {
  name: '*semver.Version',
  word: 'github.com/Masterminds/semver/v3.Version',
  fields: {},
  methods,
};
export const VERSION: StaticType = objectType(versionType);
const valueMethods: Record<string, Method> = {};
const VERSION_VALUE: StaticType = objectType({
  ...versionType,
  name: 'semver.Version',
  methods: valueMethods,
});

const uint64 = (value: bigint) =>
  NamedInteger.of(uint64Kind, BigInt.asUintN(64, value));

for (const [name, part] of [
  ['Major', 'major'],
  ['Minor', 'minor'],
  ['Patch', 'patch'],
] as const) {
  methods[name] = method<Version>({
    result: UINT64,
    call: self => uint64(self.parts[part]),
  });
}

const TEXTS: Record<string, (version: Version) => string> = {
  Prerelease: version => version.parts.prerelease,
  Metadata: version => version.parts.metadata,
  Original: version => version.original,
  String: version => version.text(),
};
for (const [name, read] of Object.entries(TEXTS)) {
  methods[name] = method<Version>({ result: STRING, call: read });
}

const COMPARISONS: Record<string, (order: number) => boolean> = {
  LessThan: order => order < 0,
  LessThanEqual: order => order <= 0,
  GreaterThan: order => order > 0,
  GreaterThanEqual: order => order >= 0,
  Equal: order => order === 0,
};
for (const [name, holds] of Object.entries(COMPARISONS)) {
  methods[name] = method<Version>({
    parameters: [VERSION],
    result: BOOL,
    call: (self, [other]) => holds(compareVersions(self, other as Version)),
  });
}
methods.Compare = method<Version>({
  parameters: [VERSION],
  result: INT,
  call: (self, [other]) => BigInt(compareVersions(self, other as Version)),
});

const STEPS: Record<string, (parts: VersionParts) => VersionParts> = {
  IncMajor: ({ major }) => ({
    major: major + 1n,
    minor: 0n,
    patch: 0n,
    prerelease: '',
    metadata: '',
  }),
  IncMinor: ({ major, minor }) => ({
    major,
    minor: minor + 1n,
    patch: 0n,
    prerelease: '',
    metadata: '',
  }),
  // a pre-release is before its version, so the next patch is that version itself
  IncPatch: ({ major, minor, patch, prerelease }) => ({
    major,
    minor,
    patch: prerelease ? patch : patch + 1n,
    prerelease: '',
    metadata: '',
  }),
};
for (const [name, step] of Object.entries(STEPS)) {
  methods[name] = method<Version>({
    result: VERSION_VALUE,
    call: self => changed(self, step(self.parts)),
  });
}

for (const [name, part] of [
  ['SetPrerelease', 'prerelease'],
  ['SetMetadata', 'metadata'],
] as const) {
  methods[name] = method<Version>({
    parameters: [STRING],
    result: VERSION_VALUE,
    call: (self, [text]) =>
      changed(self, validated({ ...self.parts, [part]: text as string })),
  });
}

// methods of the pointer alone
const {
  Original,
  LessThan,
  LessThanEqual,
  GreaterThan,
  GreaterThanEqual,
  Equal,
  Compare,
  ...both
} = methods;
Object.assign(valueMethods, both);

/** A changed version keeps its leading `v` in `Original()`. */
function changed(from: Version, parts: VersionParts): Version {
  const text = new Version(parts, '').text();
  const original = from.original.startsWith('v') ? `v${text}` : text;
  return new Version(parts, original, VERSION_VALUE.object);
}

function validated(parts: VersionParts): VersionParts {
  if (!parseVersion(new Version(parts, '').text())) {
    throw new Fault('invalid version part');
  }
  return parts;
}
