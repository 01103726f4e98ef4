import type { Budget } from '../limits';
import { asMap, hasKey, isAnyMap, isArray } from './collections';
import { numberOf } from './numbers';
import { elementName } from './shape';
import { ObjectValue, Value, ValueMap } from './value';

/** `==`: numbers across int and float, arrays element by element, everything else as `deepEqual`. */
export function equalValues(
  left: Value,
  right: Value,
  budget: Budget,
): boolean {
  budget.step();
  if (typeof left === 'string') {
    budget.scan(left.length);
  }
  const a = numberOf(left);
  const b = numberOf(right);
  if (a !== undefined && b !== undefined) {
    return equalNumbers(a, b);
  }
  if (isArray(left) && isArray(right)) {
    return sameItems(left, right, (x, y) =>
      budget.nested(() => equalValues(x, y, budget)),
    );
  }
  return deepEqual(left, right, budget);
}

/** Go's `reflect.DeepEqual`, which `==` falls back to: inside maps the types count, so 1 is not 1.0. */
export function deepEqual(left: Value, right: Value, budget: Budget): boolean {
  budget.step();
  if (left instanceof ObjectValue) {
    return left.equals(right);
  }
  if (
    typeof left !== 'object' ||
    left === null ||
    typeof right !== 'object' ||
    right === null
  ) {
    return (left ?? null) === (right ?? null);
  }
  return budget.nested(() => deepEqualCollections(left, right, budget));
}

function equalNumbers(a: bigint | number, b: bigint | number): boolean {
  // Go converts the int to a float first, so 9007199254740993 == 9007199254740992.0
  return typeof a === typeof b ? a === b : Number(a) === Number(b);
}

function deepEqualCollections(
  left: object,
  right: object,
  budget: Budget,
): boolean {
  const same = (x: Value, y: Value) => deepEqual(x, y, budget);
  if (elementName(left) !== elementName(right)) {
    return false;
  }
  if (left instanceof Uint8Array || right instanceof Uint8Array) {
    return (
      left instanceof Uint8Array &&
      right instanceof Uint8Array &&
      Buffer.compare(left, right) === 0
    );
  }
  if (isArray(left as Value) || isArray(right as Value)) {
    return (
      isArray(left as Value) &&
      isArray(right as Value) &&
      sameItems(left as Value[], right as Value[], same)
    );
  }
  if (isAnyMap(left as Value) || isAnyMap(right as Value)) {
    return (
      left instanceof Map &&
      right instanceof Map &&
      sameAnyMaps(left, right, same)
    );
  }
  return (
    !(right instanceof ObjectValue) &&
    sameMaps([asMap(left), asMap(right)], same, budget)
  );
}

type Comparison = (left: Value, right: Value) => boolean;

function sameItems(
  left: readonly Value[],
  right: readonly Value[],
  same: Comparison,
): boolean {
  return (
    left.length === right.length &&
    left.every((item, index) => same(item, right[index]))
  );
}

function sameMaps(
  [left, right]: [ValueMap, ValueMap],
  same: Comparison,
  budget: Budget,
): boolean {
  const keys = Object.keys(left);
  budget.step(3 * keys.length);
  return (
    keys.length === Object.keys(right).length &&
    keys.every(key => hasKey(right, key) && same(left[key], right[key]))
  );
}

function sameAnyMaps(
  left: Map<Value, Value>,
  right: Map<Value, Value>,
  same: Comparison,
): boolean {
  return (
    left.size === right.size &&
    [...left].every(
      ([key, item]) => right.has(key) && same(item, right.get(key)!),
    )
  );
}
