import { Fault } from '../errors';
import type { Budget } from '../limits';
import {
  ARRAY,
  INT,
  INTS,
  isUnknown,
  STRING,
  UNKNOWN,
} from '../types/staticType';
import { isAnyMap, isArray, isMap } from '../values/collections';
import { compareValues } from '../values/compare';
import { typeName } from '../values/describe';
import { equalValues } from '../values/equal';
import { toInt } from '../values/numbers';
import { elementName, nilSlice, withElement } from '../values/shape';
import { characterCount } from '../values/text';
import type { CallContext, StaticType, Value } from '../values/value';
import {
  FunctionSet,
  functionSet,
  judged,
  requireCount,
  typed,
} from './definition';
import { itemsOf } from './items';

/** expr-lang's functions on arrays that need no predicate. */
export const arrayFunctions: FunctionSet = functionSet({
  len: judged(checkLen, ([value]) => lengthOf(value)),
  reverse: judged(
    checkArray,
    ([list]) => [...itemsOf('reverse', list)].reverse(),
    ARRAY,
  ),
  uniq: judged(
    checkArray,
    ([list], { budget }) => unique(itemsOf('uniq', list), budget),
    ARRAY,
  ),
  flatten: judged(
    checkArray,
    ([list], { budget }) => flatten(itemsOf('flatten', list), budget),
    ARRAY,
  ),
  concat: judged(checkConcat, concat),
  take: judged(checkTake, take),
  join: typed({
    signatures: [{ parameters: [ARRAY, STRING], optional: 1 }],
    result: STRING,
    call: join,
  }),
  sort: typed({
    signatures: [{ parameters: [ARRAY, STRING], optional: 1 }],
    result: ARRAY,
    call: sort,
  }),
});

/** Go's `len`: characters of a string, elements of an array, entries of a map. Throws a `Fault`. */
export function lengthOf(value: Value): bigint {
  if (typeof value === 'string') {
    return BigInt(characterCount(value));
  }
  if (isArray(value) || value instanceof Uint8Array) {
    return BigInt(value.length);
  }
  if (isAnyMap(value)) {
    return BigInt(value.size);
  }
  if (isMap(value)) {
    return BigInt(Object.keys(value).length);
  }
  throw new Fault(`invalid argument for len (type ${typeName(value)})`);
}

/** Sorted copy; elements must be comparable with each other. Throws a `Fault`. */
export function sortValues(
  items: readonly Value[],
  how: { order: string; budget: Budget; keys?: readonly Value[] },
): Value[] {
  const { order, budget, keys = items } = how;
  if (order !== 'asc' && order !== 'desc') {
    throw new Fault(`invalid order ${order}, expected asc or desc`);
  }
  const direction = order === 'desc' ? -1 : 1;
  const indexes = items.map((_, index) => index);
  indexes.sort((a, b) => {
    budget.step(3);
    return direction * (compareValues(keys[a], keys[b]) || 0);
  });
  return indexes.map(index => items[index]);
}

function checkLen(_name: string, args: readonly StaticType[]): StaticType {
  requireCount(args, 1);
  if (!['unknown', 'string', 'array', 'map'].includes(args[0].kind)) {
    throw new Fault(`invalid argument for len (type ${args[0].name})`);
  }
  return INT;
}

function checkArray(name: string, args: readonly StaticType[]): StaticType {
  requireCount(args, 1);
  return requireArray(name, args[0]);
}

function requireArray(name: string, type: StaticType): StaticType {
  if (!isUnknown(type) && type.kind !== 'array') {
    throw new Fault(`cannot ${name} ${type.name}`);
  }
  return type.kind === 'array' ? ARRAY : UNKNOWN;
}

function checkConcat(_name: string, args: readonly StaticType[]): StaticType {
  requireCount(args, 1, Infinity);
  args.forEach(arg => requireArray('concat', arg));
  return ARRAY;
}

function checkTake(_name: string, args: readonly StaticType[]): StaticType {
  requireCount(args, 2);
  requireArray('take from', args[0]);
  if (!isUnknown(args[1]) && args[1].kind !== 'int') {
    throw new Fault(`cannot take ${args[1].name} elements`);
  }
  // what a list literal or a range says of its elements does not go on
  return [ARRAY.name, INTS.name].includes(args[0].name) ? ARRAY : args[0];
}

function unique(items: readonly Value[], budget: Budget): Value[] {
  const simple = new Set<Value>();
  const kept: Value[] = [];
  for (const item of items) {
    const known =
      typeof item === 'string'
        ? simple.has(item)
        : kept.some(other => equalValues(other, item, budget));
    if (!known) {
      simple.add(item);
      kept.push(item);
    }
  }
  return kept;
}

function flatten(items: readonly Value[], budget: Budget): Value[] {
  const flat: Value[] = [];
  for (const item of items) {
    budget.step();
    const inner =
      isArray(item) || item instanceof Uint8Array
        ? itemsOf('flatten', item)
        : undefined;
    // elements one by one: spreading a long array into a call fills the stack
    (inner ? budget.nested(() => flatten(inner, budget)) : [item]).forEach(
      value => flat.push(value),
    );
  }
  return flat;
}

function concat(
  args: readonly Value[],
  { budget }: CallContext,
): readonly Value[] {
  const parts = args.map(arg => itemsOf('concat', arg));
  budget.grow(parts.reduce((sum, part) => sum + part.length, 0));
  const all = parts.flat();
  return all.length === 0 ? nilSlice() : all;
}

function take(
  [list, count]: readonly Value[],
  { budget }: CallContext,
): readonly Value[] {
  if (!isArray(list)) {
    throw new Fault(`cannot take from ${typeName(list)}`);
  }
  const wanted =
    typeof count === 'bigint' || typeof count === 'number' ? toInt(count) : -1n;
  if (wanted < 0n || typeof count === 'number') {
    throw new Fault(`cannot take ${typeName(count)} elements`);
  }
  budget.step(list.length);
  return withElement(list.slice(0, Number(wanted)), elementName(list));
}

function join(
  [list, glue = '']: readonly Value[],
  { budget }: CallContext,
): string {
  const texts = isArray(list) ? list : undefined;
  const wrong = texts?.find(item => typeof item !== 'string');
  if (!texts || wrong !== undefined) {
    throw new Fault(
      `invalid argument for join (type ${typeName(wrong ?? list)})`,
    );
  }
  const separator = glue as string;
  budget.text(
    texts.reduce<number>(
      (sum, text) => sum + (text as string).length + separator.length,
      0,
    ),
  );
  return texts.join(separator);
}

function sort(
  [list, order]: readonly Value[],
  { budget }: CallContext,
): readonly Value[] {
  if (order !== undefined && typeof order !== 'string') {
    throw new Fault(
      `sort order argument must be a string (got ${typeName(order)})`,
    );
  }
  // whatever is no array has no elements to sort, and pairs are in arrays of Go's that it does not know
  return isArray(list) && elementName(list) !== 'pair'
    ? sortValues(list, { order: order ?? 'asc', budget })
    : nilSlice();
}
