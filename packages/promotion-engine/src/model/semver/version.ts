import { compareBytes } from '../text';

/** A version as Masterminds/semver reads it; numbers go up to 64 bits. */
export interface Version {
  major: bigint;
  minor: bigint;
  patch: bigint;
  /** Without the dash; '' when there is none. */
  prerelease: string;
  /** Build metadata, without the plus; never compared. */
  metadata: string;
  /** As it was written. */
  original: string;
}

const IDENTIFIERS = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*';
const LOOSE = new RegExp(
  `^v?(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?(?:-(${IDENTIFIERS}))?(?:\\+(${IDENTIFIERS}))?$`,
);
const STRICT_CORE = /^v?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?![\d.])/;
const MAX_LENGTH = 256;
const MAX_NUMBER = 2n ** 64n - 1n;

function startsWithZero(identifier: string): boolean {
  return /^0\d+$/.test(identifier);
}

/**
 * Reads a version. Loosely, one or two numbers are enough and may start with zeros (`1`, `v1.2`, `2024.01.02`);
 * strictly it takes three, after one optional `v` (Kargo: strictSemvers).
 * @returns undefined when it is none.
 */
export function parseVersion(
  text: string,
  strict: boolean,
): Version | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const match = LOOSE.exec(text);
  if (!match || (strict && !STRICT_CORE.test(text))) return undefined;
  const [major, minor, patch] = [
    match[1],
    match[2] ?? '0',
    match[3] ?? '0',
  ].map(part => BigInt(part));
  if ([major, minor, patch].some(part => part > MAX_NUMBER)) return undefined;
  const [prerelease, metadata] = [match[4] ?? '', match[5] ?? ''];
  if (prerelease.split('.').some(startsWithZero)) return undefined;
  return { major, minor, patch, prerelease, metadata, original: text };
}

function numberOf(identifier: string): bigint | undefined {
  if (!/^\d+$/.test(identifier)) return undefined;
  const value = BigInt(identifier);
  return value > MAX_NUMBER ? undefined : value;
}

function compareIdentifiers(a: string, b: string): number {
  const [left, right] = [numberOf(a), numberOf(b)];
  if (left !== undefined && right !== undefined)
    return left < right ? -1 : Number(left > right);
  if (left !== undefined) return -1;
  if (right !== undefined) return 1;
  return Math.sign(compareBytes(a, b));
}

/** SemVer 2.0.0 section 11.4; a release comes after its prereleases. */
export function comparePrereleases(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '') return 1;
  if (b === '') return -1;
  const [left, right] = [a.split('.'), b.split('.')];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const order = compareIdentifiers(left[i], right[i]);
    if (order !== 0) return order;
  }
  return Math.sign(left.length - right.length);
}

/** Precedence: -1, 0 or 1; build metadata does not count. */
export function compareVersions(a: Version, b: Version): number {
  for (const part of ['major', 'minor', 'patch'] as const) {
    if (a[part] !== b[part]) return a[part] < b[part] ? -1 : 1;
  }
  return comparePrereleases(a.prerelease, b.prerelease);
}

/** Newest first; equal precedence: the greater spelling first (`v1.0.0`, `1.0.0`, `1.0`, `1`). */
export function compareDescending(a: Version, b: Version): number {
  return compareVersions(b, a) || compareBytes(b.original, a.original);
}
