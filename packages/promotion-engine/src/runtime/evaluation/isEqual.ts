import { canonicalJson } from '../../decide/canonicalJson';

/** Equality of JSON values; key order does not matter. */
export function isDeepStrictEqualJson(left: unknown, right: unknown): boolean {
  return (
    left === right ||
    canonicalJson(left ?? null) === canonicalJson(right ?? null)
  );
}
