import type { Value } from './value';

/*
 * Go distinguishes []interface{} from []string, []int and [][2]interface{}, map[string]interface{} from
 * map[string]string, and a nil slice from an empty one. It shows in few places (equality inside maps,
 * a missing key, JSON's null), so the difference is kept beside the values and not in them.
 */

export type ElementName = 'any' | 'int' | 'string' | 'pair' | 'array';

const elements = new WeakMap<object, ElementName>();
const nilSlices = new WeakSet<object>();

/** Marks an array or a map as one of Go's typed ones. */
export function withElement<T extends object>(
  collection: T,
  element: ElementName,
): T {
  if (element !== 'any') {
    elements.set(collection, element);
  }
  return collection;
}

export function elementName(collection: object): ElementName {
  return elements.get(collection) ?? 'any';
}

/** An empty array that Go would call nil: JSON writes it as null. */
export function nilSlice(element: ElementName = 'any'): readonly Value[] {
  const slice: Value[] = [];
  nilSlices.add(slice);
  return withElement(slice, element);
}

export function isNilSlice(collection: object): boolean {
  return nilSlices.has(collection);
}

/** A nil slice counts as nil where nil is asked for. */
export function nilOr(value: Value): Value {
  return Array.isArray(value) && isNilSlice(value) ? null : value;
}

/** What a map says of a key that it does not have. */
export function missingElement(collection: object): Value {
  switch (elementName(collection)) {
    case 'string':
      return '';
    case 'array':
      return nilSlice();
    default:
      return null;
  }
}
