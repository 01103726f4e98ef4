import { NeedsFact } from '../errors';
import { compareText } from './text';
import { AnyMap, ObjectValue, Value, ValueMap } from './value';

export function isArray(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isAnyMap(value: Value): value is AnyMap {
  return value instanceof Map;
}

export function isMap(value: Value): value is ValueMap {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Uint8Array) &&
    !(value instanceof Map) &&
    !(value instanceof ObjectValue)
  );
}

/** Facts that the environment does not have yet stand in it as errors, thrown when they are touched. */
export function requireKnown(value: Value | NeedsFact | undefined): Value {
  if (value instanceof NeedsFact) {
    throw value;
  }
  return value ?? null;
}

/** The map that a value is once everything else is ruled out. */
export function asMap(value: Value | object): ValueMap {
  return requireKnown(value as Value) as ValueMap;
}

/** An empty map whose keys cannot meet inherited ones. */
export function newMap(): Record<string, Value> {
  return Object.create(null);
}

export function hasKey(map: object, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(map, key);
}

/** The keys in byte order: Go's maps have none, and one order everywhere makes results repeatable. */
export function sortedKeys(map: ValueMap): string[] {
  return Object.keys(map).sort(compareText);
}
