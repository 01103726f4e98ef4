import type { Budget } from '../limits';
import { asMap, isAnyMap, isArray, sortedKeys } from './collections';
import { formatFloat } from './floats';
import { compareText } from './text';
import { ObjectValue, Value } from './value';

/** Go's `fmt.Sprint`: what `string()` makes of a value. Throws a `Fault` when the value is too large. */
export function formatValue(value: Value, budget: Budget): string {
  budget.step();
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return formatFloat(value);
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      return value === null || value === undefined
        ? '<nil>'
        : budget.nested(() => formatCollection(value, budget));
  }
}

function formatCollection(value: NonNullable<Value>, budget: Budget): string {
  const text = (item: Value) => formatValue(item, budget);
  if (value instanceof ObjectValue) {
    budget.step(value.cost);
    return value.text(budget);
  }
  if (isArray(value) || value instanceof Uint8Array) {
    const items: readonly Value[] = isArray(value)
      ? value
      : Array.from(value, BigInt);
    return bracketed('[', items.map(text), budget);
  }
  if (isAnyMap(value)) {
    // fmt sorts by type first; nobody should rely on more than one key type
    const entries = [...value].map(([key, item]) => [text(key), text(item)]);
    entries.sort((a, b) => compareText(a[0], b[0]));
    return bracketed(
      'map[',
      entries.map(entry => entry.join(':')),
      budget,
    );
  }
  const map = asMap(value);
  return bracketed(
    'map[',
    sortedKeys(map).map(key => `${key}:${text(map[key])}`),
    budget,
  );
}

function bracketed(open: string, parts: string[], budget: Budget): string {
  budget.text(parts.reduce((sum, part) => sum + part.length + 1, open.length));
  return `${open}${parts.join(' ')}]`;
}
