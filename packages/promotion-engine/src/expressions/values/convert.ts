import { isAnyMap, isArray, newMap, requireKnown } from './collections';
import { formatValue } from './format';
import { Budget } from '../limits';
import { isNilSlice } from './shape';
import { cleanText } from './text';
import { ObjectValue, Value, ValueMap } from './value';

/**
 * A JSON value as a value of the language. JSON is one already, so this only says so: numbers are floats,
 * as in Kargo; an int is a bigint.
 */
export function fromJson(value: unknown): Value {
  return value as Value;
}

/**
 * A value as it leaves the language: ints are numbers, objects are what stands for them in JSON, keys of
 * every type are strings. A whole number beyond 2^53 loses its last digits, as it does in Kargo's JSON.
 */
export function toJson(value: Value): unknown {
  if (value instanceof ObjectValue) {
    return toJson(value.plain());
  }
  if (value instanceof Uint8Array) {
    return Buffer.from(value).toString('base64');
  }
  if (isArray(value)) {
    return isNilSlice(value)
      ? null
      : value.map(item => toJson(requireKnown(item)));
  }
  switch (typeof value) {
    case 'bigint':
      return Number(value);
    case 'string':
      return cleanText(value);
    case 'object':
      return value === null ? null : mapToJson(value);
    default:
      return value;
  }
}

function mapToJson(value: Value): unknown {
  const json: Record<string, unknown> = newMap();
  const entries: [Value, Value][] = isAnyMap(value)
    ? [...value]
    : Object.entries(value as ValueMap);
  for (const [key, item] of entries) {
    json[cleanText(formatValue(key, new Budget()))] = toJson(
      requireKnown(item),
    );
  }
  return json;
}
