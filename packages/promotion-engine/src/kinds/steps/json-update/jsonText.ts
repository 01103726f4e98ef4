import { isAppend, PathPart, placeOf } from './parsePath';
import { plainNumber } from '../_shared/plainNumber';

/** Lists are not filled up further than this. */
export const MAX_PLACE = 10_000;

/** A value that may be written: a text, a number, or true or false (Kargo: "scalar type"). */
export type JsonScalar = string | number | boolean;

export function isJsonScalar(value: unknown): value is JsonScalar {
  return (
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    typeof value === 'number'
  );
}

const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u2028\u2029]/g,
    char => `\\u${char.charCodeAt(0).toString(16)}`,
  );

export function scalarJson(value: JsonScalar): string {
  if (typeof value === 'string') return quoted(value);
  return typeof value === 'number' ? plainNumber(value) : String(value);
}

/** @param most - how far lists may be filled up. @throws Error for a place beyond it */
export function checkedPlace(place: number, most = MAX_PLACE): number {
  if (place <= most) return place;
  throw new Error(
    `the place ${place} is too far: lists are filled up to ${MAX_PLACE}; for a name, write :${place}`,
  );
}

/**
 * What has to be put where the first of these parts is missing: lists for places, objects for keys.
 * @throws Error when that would be filled up with too much
 */
export function builtJson(
  parts: PathPart[],
  value: JsonScalar,
  most = MAX_PLACE,
): string {
  if (parts.length === 0) return scalarJson(value);
  const [first, ...rest] = parts;
  const place = isAppend(first) ? 0 : placeOf(first);
  if (place === undefined)
    return `{${memberJson(first.text, builtJson(rest, value, most))}}`;
  const filled = 'null,'.repeat(checkedPlace(place, most));
  return `[${filled}${builtJson(rest, value, most - place)}]`;
}

export const memberJson = (key: string, inner: string, gap = ''): string =>
  `${quoted(key)}:${gap}${inner}`;
