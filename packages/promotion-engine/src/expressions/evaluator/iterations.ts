import type * as ast from '../ast';
import { Fault } from '../errors';
import { sortValues } from '../functions/arrays';
import { elementsOf } from '../functions/items';
import { mapKey } from '../functions/maps';
import type { Budget } from '../limits';
import { add } from '../values/arithmetic';
import { withElement } from '../values/shape';
import type { Value } from '../values/value';
import { requireBool } from './operators';
import type { Iteration } from './scope';

/** What an iteration runs over and with. */
export interface Run {
  readonly node: ast.Iteration;
  readonly collection: Value;
  /** The value of the predicate for one element. */
  readonly predicate: (iteration: Iteration) => Value;
  readonly extra: () => Value;
  readonly budget: Budget;
}

type Items = readonly Value[];

const ITERATIONS: Readonly<Record<string, (items: Items, run: Run) => Value>> =
  {
    all: (items, run) =>
      items.every((element, index) => holds(run, element, index)),
    any: (items, run) =>
      items.some((element, index) => holds(run, element, index)),
    none: (items, run) =>
      !items.some((element, index) => holds(run, element, index)),
    one: (items, run) =>
      items.filter((element, index) => holds(run, element, index)).length === 1,
    filter: (items, run) =>
      grown(
        items.filter((element, index) => holds(run, element, index)),
        run.budget,
      ),
    map: (items, run) =>
      grown(
        items.map((element, index) => valueFor(run, element, index)),
        run.budget,
      ),
    count,
    sum: (items, run) =>
      items.reduce<Value>(
        (sum, element, index) => add(sum, valueFor(run, element, index)),
        0n,
      ),
    find: (items, run) =>
      found(
        items.findIndex((element, index) => holds(run, element, index)),
        items,
        run,
      ),
    findLast: (items, run) => found(findLastIndex(items, run), items, run),
    findIndex: (items, run) =>
      indexOrNil(
        items.findIndex((element, index) => holds(run, element, index)),
      ),
    findLastIndex: (items, run) => indexOrNil(findLastIndex(items, run)),
    groupBy,
    sortBy,
    reduce,
  };

/** Evaluates `filter`, `map`, `reduce` and their kin. Throws a `Fault`. */
export function iterate(run: Run): Value {
  return ITERATIONS[run.node.name](
    elementsOf(
      `iterate with ${run.node.name} over`,
      run.collection,
      run.budget,
    ),
    run,
  );
}

function valueFor(run: Run, element: Value, index: number): Value {
  return run.node.predicate
    ? run.predicate({ element, index, accumulator: null })
    : element;
}

function holds(run: Run, element: Value, index: number): boolean {
  return requireBool(valueFor(run, element, index));
}

function grown(items: Value[], budget: Budget): Items {
  budget.grow(items.length);
  return items;
}

function count(items: Items, run: Run): bigint {
  const enough = run.node.enough ?? Infinity;
  let counted = 0;
  for (const [index, element] of items.entries()) {
    counted += holds(run, element, index) ? 1 : 0;
    if (counted >= enough) {
      break;
    }
  }
  return BigInt(counted);
}

function findLastIndex(items: Items, run: Run): number {
  for (let index = items.length - 1; index >= 0; index -= 1) {
    if (holds(run, items[index], index)) {
      return index;
    }
  }
  return -1;
}

function found(index: number, items: Items, run: Run): Value {
  if (index < 0 && run.node.mustFind) {
    throw new Fault('index out of range');
  }
  return index < 0 ? null : items[index];
}

function indexOrNil(index: number): Value {
  return index < 0 ? null : BigInt(index);
}

function groupBy(items: Items, run: Run): Value {
  const groups = new Map<Value, Value[]>();
  for (const [index, element] of items.entries()) {
    const key = mapKey(valueFor(run, element, index));
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(element);
  }
  run.budget.grow(groups.size);
  return withElement(groups, 'array');
}

function sortBy(items: Items, run: Run): Value {
  const order = run.node.extra ? run.extra() : 'asc';
  if (order !== 'asc' && order !== 'desc') {
    throw new Fault('unknown order, use asc or desc');
  }
  const keys = items.map((element, index) => valueFor(run, element, index));
  return grown(
    sortValues(items, { order, budget: run.budget, keys }),
    run.budget,
  );
}

/** Without an initial value the first element is it. */
function reduce(items: Items, run: Run): Value {
  const start = run.node.extra ? 0 : 1;
  if (items.length < start) {
    throw new Fault('reduce of empty array with no initial value');
  }
  let accumulator = run.node.extra ? run.extra() : items[0];
  for (let index = start; index < items.length; index += 1) {
    accumulator = run.predicate({ element: items[index], index, accumulator });
  }
  return accumulator;
}
