import type {
  Method,
  ObjectType,
  ObjectValue,
  StaticType,
  Value,
  CallContext,
} from '../values/value';
import { hasKey } from '../values/collections';

export const UNKNOWN: StaticType = { kind: 'unknown', name: 'unknown' };
export const NIL: StaticType = { kind: 'nil', name: 'nil' };
export const BOOL: StaticType = { kind: 'bool', name: 'bool' };
export const INT: StaticType = { kind: 'int', name: 'int' };
export const INT64: StaticType = { kind: 'int', name: 'int64' };
export const UINT64: StaticType = { kind: 'int', name: 'uint64' };
export const UINT8: StaticType = { kind: 'int', name: 'uint8' };
export const FLOAT: StaticType = { kind: 'float', name: 'float64' };
export const STRING: StaticType = { kind: 'string', name: 'string' };
/** The name of a built-in used as a value. */
export const FUNCTION: StaticType = { kind: 'function', name: 'func' };

export const ARRAY: StaticType = {
  kind: 'array',
  name: '[]interface {}',
  element: UNKNOWN,
};
export const BYTES: StaticType = {
  kind: 'array',
  name: '[]uint8',
  element: UINT8,
};
export const STRINGS: StaticType = {
  kind: 'array',
  name: '[]string',
  element: STRING,
};
export const INTS: StaticType = { kind: 'array', name: '[]int', element: INT };
export const MAP: StaticType = {
  kind: 'map',
  name: 'map[string]interface {}',
  key: STRING,
  element: UNKNOWN,
};
export const STRING_MAP: StaticType = {
  kind: 'map',
  name: 'map[string]string',
  key: STRING,
  element: STRING,
};
export const ANY_MAP: StaticType = {
  kind: 'map',
  name: 'map[interface {}]interface {}',
  key: UNKNOWN,
  element: UNKNOWN,
};
export const GROUPS: StaticType = {
  kind: 'map',
  name: 'map[interface {}][]interface {}',
  key: UNKNOWN,
  element: ARRAY,
};

export function arrayOf(element: StaticType): StaticType {
  return element.kind === 'unknown'
    ? ARRAY
    : { kind: 'array', name: '[]interface {}', element };
}

export function objectType(object: ObjectType): StaticType {
  return { kind: 'object', name: object.name, object };
}

export function isUnknown(type: StaticType): boolean {
  return type.kind === 'unknown';
}

export function isNumber(type: StaticType): boolean {
  return type.kind === 'int' || type.kind === 'float';
}

/** Whether both are the same type; arrays and maps are compared by kind alone, as expr-lang does for `==`. */
export function isSameKind(left: StaticType, right: StaticType): boolean {
  return left.kind === right.kind && left.object === right.object;
}

/** A method of values of class `T`. */
export function method<T extends ObjectValue>(definition: {
  parameters?: readonly StaticType[];
  result: StaticType;
  call(self: T, args: readonly Value[], context: CallContext): Value;
}): Method {
  return { parameters: [], ...definition } as Method;
}

/** The method of that name, if the type itself (not its prototype) has one. */
export function methodOf(type: ObjectType, name: string): Method | undefined {
  return hasKey(type.methods, name) ? type.methods[name] : undefined;
}

export function fieldOf(
  type: ObjectType,
  name: string,
): StaticType | undefined {
  return hasKey(type.fields, name) ? type.fields[name] : undefined;
}
