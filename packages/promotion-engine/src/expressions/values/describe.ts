import { elementName, ElementName } from './shape';
import { isAnyMap, isArray } from './collections';
import { ObjectValue, Value } from './value';

const ELEMENTS: Record<ElementName, string> = {
  any: 'interface {}',
  int: 'int',
  string: 'string',
  pair: '[2]interface {}',
  array: '[]interface {}',
};

/** The Go type of a value, for messages. */
export function typeName(value: Value): string {
  switch (typeof value) {
    case 'boolean':
      return 'bool';
    case 'bigint':
      return 'int';
    case 'number':
      return 'float64';
    case 'string':
      return 'string';
    default:
      return value === null || value === undefined
        ? '<nil>'
        : collectionName(value);
  }
}

/** What `type()` says: expr-lang's word for a value. */
export function typeWord(value: Value): string {
  if (value instanceof ObjectValue) {
    return value.type.word;
  }
  switch (typeof value) {
    case 'boolean':
      return 'bool';
    case 'bigint':
      return 'int';
    case 'number':
      return 'float';
    case 'string':
      return 'string';
    default:
      return value === null || value === undefined
        ? 'nil'
        : collectionWord(value);
  }
}

function collectionName(value: NonNullable<Value>): string {
  if (value instanceof ObjectValue) {
    return value.type.name;
  }
  if (value instanceof Uint8Array) {
    return '[]uint8';
  }
  if (isArray(value)) {
    return `[]${ELEMENTS[elementName(value)]}`;
  }
  const key = isAnyMap(value) ? 'interface {}' : 'string';
  return `map[${key}]${ELEMENTS[elementName(value as object)]}`;
}

function collectionWord(value: NonNullable<Value>): string {
  return isArray(value) || value instanceof Uint8Array ? 'array' : 'map';
}
