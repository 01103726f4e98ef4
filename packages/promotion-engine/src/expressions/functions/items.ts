import { Fault } from '../errors';
import type { Budget } from '../limits';
import { isAnyMap, isArray, isMap } from '../values/collections';
import { typeName } from '../values/describe';
import { NamedInteger, uint8Kind } from '../values/namedInteger';
import { encodeText } from '../values/text';
import type { Value } from '../values/value';

/** The elements of an array; bytes are elements, too. Throws a `Fault` for anything else. */
export function itemsOf(name: string, value: Value): readonly Value[] {
  if (isArray(value)) {
    return value;
  }
  if (value instanceof Uint8Array) {
    return bytesOf(value);
  }
  throw new Fault(`cannot ${name} ${typeName(value)}`);
}

/** What a predicate runs over: also a string that comes from the environment is a list, of bytes. Throws a `Fault`. */
export function elementsOf(
  name: string,
  value: Value,
  budget: Budget,
): readonly Value[] {
  // no element of an empty map is ever asked for
  if (isEmptyMap(value)) return [];
  if (typeof value !== 'string') {
    return itemsOf(name, value);
  }
  budget.step(value.length);
  return bytesOf(encodeText(value));
}

function isEmptyMap(value: Value): boolean {
  return isAnyMap(value)
    ? value.size === 0
    : isMap(value) && Object.keys(value).length === 0;
}

const BYTES = Array.from({ length: 256 }, (_, byte) =>
  NamedInteger.of(uint8Kind, BigInt(byte)),
);

function bytesOf(bytes: Uint8Array): Value[] {
  return Array.from(bytes, byte => BYTES[byte]);
}
