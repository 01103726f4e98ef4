import { Fault } from '../errors';
import { methodOf, fieldOf } from '../types/staticType';
import { hasKey, isAnyMap, isArray, isMap, requireKnown } from './collections';
import { typeName } from './describe';
import { NamedInteger, uint8Kind } from './namedInteger';
import { toInt } from './numbers';
import { elementName, missingElement, withElement } from './shape';
import { decodeText, encodeText, isAscii } from './text';
import { AnyMap, Method, ObjectValue, Value, ValueMap } from './value';

/** `from[key]` and `from.key`. Throws a `Fault` where there is nothing to take it from. */
export function fetchMember(from: Value, key: Value): Value {
  if (typeof from === 'string') {
    return byteAt(encodeText(from), key);
  }
  if (from instanceof Uint8Array) {
    return byteAt(from, key);
  }
  if (isArray(from)) {
    return from[elementIndex(from.length, key)] ?? null;
  }
  if (isAnyMap(from)) {
    return fetchEntry(from, key);
  }
  if (from instanceof ObjectValue) {
    return fetchField(from, key);
  }
  if (isMap(from)) {
    return fetchKey(from, key);
  }
  throw new Fault(`cannot fetch ${keyText(key)} from ${typeName(from)}`);
}

/** `object.name(…)`: only objects have methods. Throws a `Fault`. */
export function findMethod(object: Value, name: Value): Method {
  const method =
    object instanceof ObjectValue && typeof name === 'string'
      ? methodOf(object.type, name)
      : undefined;
  if (method) {
    return method;
  }
  const member = fetchMember(object, name);
  throw new Fault(
    member === null
      ? 'cannot call nil'
      : `cannot call non-function of type ${typeName(member)}`,
  );
}

/** `object[from:to]`: negative bounds count from the end, all are moved into range. Throws a `Fault`. */
export function sliceValue(
  object: Value,
  from: Value | undefined,
  to: Value | undefined,
): Value {
  if (typeof object === 'string') {
    return sliceText(object, from, to);
  }
  if (isArray(object)) {
    const [start, end] = sliceBounds(object.length, from, to);
    return withElement(object.slice(start, end), elementName(object));
  }
  if (object instanceof Uint8Array) {
    return object.slice(...sliceBounds(object.length, from, to));
  }
  throw new Fault(`cannot slice ${typeName(object)}`);
}

function byteAt(bytes: Uint8Array, key: Value): Value {
  return NamedInteger.of(
    uint8Kind,
    BigInt(bytes[elementIndex(bytes.length, key)]),
  );
}

function elementIndex(length: number, key: Value): number {
  const given = Number(toInt(key));
  const index = given < 0 ? length + given : given;
  if (index < 0 || index >= length) {
    throw new Fault(`index out of range: ${index} (array length is ${length})`);
  }
  return index;
}

function fetchEntry(map: AnyMap, key: Value): Value {
  const found = map.get(key);
  return found === undefined ? missingElement(map) : found;
}

function fetchKey(map: ValueMap, key: Value): Value {
  // Go looks nil up as the empty string
  const name = key === null ? '' : key;
  if (typeof name !== 'string') {
    throw new Fault(
      `value of type ${typeName(key)} is not assignable to type string`,
    );
  }
  return hasKey(map, name) ? requireKnown(map[name]) : missingElement(map);
}

function fetchField(object: ObjectValue, key: Value): Value {
  if (typeof key === 'string' && fieldOf(object.type, key)) {
    return object.field(key);
  }
  throw new Fault(`cannot fetch ${keyText(key)} from ${object.type.name}`);
}

function sliceText(
  text: string,
  from: Value | undefined,
  to: Value | undefined,
): string {
  if (isAscii(text)) {
    return text.slice(...sliceBounds(text.length, from, to));
  }
  const bytes = encodeText(text);
  return decodeText(bytes.subarray(...sliceBounds(bytes.length, from, to)));
}

function sliceBounds(
  length: number,
  from: Value | undefined,
  to: Value | undefined,
): [number, number] {
  const bound = (value: Value | undefined, missing: number) => {
    const given = value === undefined ? missing : Number(toInt(value));
    return Math.min(length, Math.max(0, given < 0 ? length + given : given));
  };
  const end = bound(to, length);
  return [Math.min(bound(from, 0), end), end];
}

function keyText(key: Value): string {
  return typeof key === 'string' ||
    typeof key === 'bigint' ||
    typeof key === 'number'
    ? String(key)
    : typeName(key);
}
