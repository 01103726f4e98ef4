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

/** A place that a list can be filled up to. @throws Error */
export function checkedPlace(place: number): number {
  if (place <= MAX_PLACE) return place;
  throw new Error(
    `the place ${place} is too far: a list is filled up to ${MAX_PLACE}`,
  );
}

/** What has to be put where the first of these parts is missing: lists for places, objects for keys. */
export function builtJson(parts: PathPart[], value: JsonScalar): string {
  if (parts.length === 0) return scalarJson(value);
  const [first, ...rest] = parts;
  const inner = builtJson(rest, value);
  const place = isAppend(first) ? 0 : placeOf(first);
  return place === undefined
    ? `{${memberJson(first.text, inner)}}`
    : `[${'null,'.repeat(checkedPlace(place))}${inner}]`;
}

export const memberJson = (key: string, inner: string, gap = ''): string =>
  `${quoted(key)}:${gap}${inner}`;
