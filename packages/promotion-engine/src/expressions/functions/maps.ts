import { Fault } from '../errors';
import type { Budget } from '../limits';
import {
  ANY_MAP,
  ARRAY,
  arrayOf,
  isUnknown,
  UNKNOWN,
} from '../types/staticType';
import {
  isAnyMap,
  isArray,
  hasKey,
  isMap,
  requireKnown,
  sortedKeys,
} from '../values/collections';
import { typeName } from '../values/describe';
import { fetchMember } from '../values/member';
import { toInt } from '../values/numbers';
import { formatValue } from '../values/format';
import { withElement } from '../values/shape';
import { encodeText } from '../values/text';
import {
  CallContext,
  ObjectValue,
  StaticType,
  Value,
  ValueMap,
} from '../values/value';
import {
  FunctionSet,
  functionSet,
  isAssignable,
  judged,
  requireCount,
} from './definition';
import { itemsOf } from './items';

/** expr-lang's functions on maps, and those that pick an element. */
export const mapFunctions: FunctionSet = functionSet({
  keys: judged(checkMap, ([map], { budget }) => keysOf(map, budget)),
  values: judged(checkMap, ([map], { budget }) =>
    entriesOf(map, budget).map(([, value]) => value),
  ),
  toPairs: judged(checkMap, ([map], { budget }) =>
    withElement(entriesOf(map, budget), 'pair'),
  ),
  fromPairs: judged(checkFromPairs, fromPairs),
  first: judged(checkEnd, ([list]) => tryFetch(list, 0n)),
  last: judged(checkEnd, ([list]) => tryFetch(list, -1n)),
  get: judged(checkGet, ([from, key]) => getMember(from, key)),
});

/** A key of a map with keys of any type. Throws a `Fault` for what Go cannot hash. */
export function mapKey(value: Value): Value {
  if (
    isArray(value) ||
    value instanceof Uint8Array ||
    isAnyMap(value) ||
    isMap(value)
  ) {
    throw new Fault(
      `runtime error: hash of unhashable type ${typeName(value)}`,
    );
  }
  return value;
}

function checkMap(name: string, args: readonly StaticType[]): StaticType {
  requireCount(args, 1);
  if (!isUnknown(args[0]) && args[0].kind !== 'map') {
    throw new Fault(`${name} takes a map, not ${args[0].name}`);
  }
  return ARRAY;
}

function keysOf(map: Value, budget: Budget): readonly Value[] {
  if (isAnyMap(map)) {
    budget.grow(map.size);
    return [...map.keys()];
  }
  if (isMap(map)) {
    const keys = sortedKeys(map);
    // sorting them is dear
    budget.step(5 * keys.length);
    return keys;
  }
  throw new Fault(`expected a map, got ${typeName(map)}`);
}

function entriesOf(map: Value, budget: Budget): [Value, Value][] {
  return keysOf(map, budget).map(key => [
    key,
    isAnyMap(map)
      ? map.get(key)!
      : requireKnown((map as ValueMap)[key as string]),
  ]);
}

function checkFromPairs(
  _name: string,
  args: readonly StaticType[],
): StaticType {
  requireCount(args, 1);
  if (!isUnknown(args[0]) && args[0].kind !== 'array') {
    throw new Fault(`cannot transform ${args[0].name} from pairs`);
  }
  return ANY_MAP;
}

function fromPairs([pairs]: readonly Value[], { budget }: CallContext): Value {
  const map = new Map<Value, Value>();
  for (const pair of itemsOf('transform from pairs', pairs)) {
    budget.step();
    if (!isArray(pair) || pair.length !== 2) {
      throw new Fault(`invalid pair ${formatValue(pair, budget)}`);
    }
    map.set(mapKey(pair[0]), pair[1]);
  }
  return map;
}

function checkEnd(name: string, args: readonly StaticType[]): StaticType {
  requireCount(args, 1);
  const [list] = args;
  if (!isUnknown(list) && list.kind !== 'array') {
    throw new Fault(`cannot get ${name} element from ${list.name}`);
  }
  // only Go's typed slices tell the type of their elements here
  return list.element && list.name !== arrayOf(UNKNOWN).name
    ? list.element
    : UNKNOWN;
}

function checkGet(_name: string, args: readonly StaticType[]): StaticType {
  requireCount(args, 2);
  const [from, key] = args;
  switch (from.kind) {
    case 'unknown':
      return UNKNOWN;
    case 'map':
      if (
        !isUnknown(from.key!) &&
        !(isUnknown(key) || isAssignable(key, from.key!))
      ) {
        throw new Fault(
          `cannot use ${key.name} to get an element from ${from.name}`,
        );
      }
      return from.element!;
    case 'array':
      if (!isUnknown(key) && key.kind !== 'int') {
        throw new Fault(`non-integer slice index ${key.name}`);
      }
      return from.element!;
    default:
      throw new Fault(`type ${from.name} does not support indexing`);
  }
}

/** Whatever is in the way, the answer is nil. */
function tryFetch(from: Value, key: Value): Value {
  try {
    return from instanceof ObjectValue ? null : fetchMember(from, key);
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

/** Where there is nothing to fetch, the answer is nil and no error. Throws a `Fault` for a key of another type. */
function getMember(from: Value, key: Value): Value {
  if (isArray(from) || typeof from === 'string' || from instanceof Uint8Array)
    return elementAt(from, toInt(key));
  if (isAnyMap(from)) return from.get(key) ?? null;
  if (!isMap(from)) return null;
  // Go looks nil up as the empty string
  const name = key ?? '';
  if (typeof name !== 'string')
    throw new Fault(
      `value of type ${typeName(key)} is not assignable to type string`,
    );
  return hasKey(from, name) ? requireKnown(from[name]) : null;
}

function elementAt(
  from: readonly Value[] | Uint8Array | string,
  index: bigint,
): Value {
  const length =
    typeof from === 'string' ? encodeText(from).length : from.length;
  const at = Number(index) + (index < 0n ? length : 0);
  return at < 0 || at >= length ? null : fetchMember(from, index);
}
