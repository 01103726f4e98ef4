import { Fault } from '../errors';
import type { Budget } from '../limits';
import { isArray, isMap } from './collections';
import { cleanText } from './text';
import type { Value, ValueMap } from './value';

/** Go's `json.Unmarshal` into an `interface{}`: numbers are floats. Throws a `Fault`. */
export function decodeJson(text: string, budget: Budget): Value {
  budget.step(Math.ceil(text.length / 8));
  const value = parse(cleanText(text));
  checkNumbers(value, budget);
  // `"\ud800"` is allowed in JSON, but no text
  return /\\u[dD][89a-fA-F]/.test(text) ? cleanStrings(value) : value;
}

function parse(text: string): Value {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Fault(`invalid JSON: ${(error as Error).message}`);
  }
}

function checkNumbers(value: Value, budget: Budget): void {
  budget.step();
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new Fault('invalid JSON: number out of range');
  }
  if (isArray(value) || isMap(value)) {
    budget.nested(() =>
      Object.values(value).forEach(item => checkNumbers(item, budget)),
    );
  }
}

function cleanStrings(value: Value): Value {
  if (typeof value === 'string') {
    return cleanText(value);
  }
  if (isArray(value)) {
    return value.map(cleanStrings);
  }
  return isMap(value) ? mapValues(value) : value;
}

function mapValues(map: ValueMap): Value {
  return Object.fromEntries(
    Object.entries(map).map(([key, item]) => [
      cleanText(key),
      cleanStrings(item),
    ]),
  );
}
