import type * as ast from '../ast';
import { Fault } from '../errors';
import {
  arrayOf,
  BOOL,
  GROUPS,
  INT,
  isUnknown,
  UNKNOWN,
} from '../types/staticType';
import type { StaticType } from '../values/value';

/** What `#`, `#index` and `#acc` are in the predicate of that iteration. Throws a `Fault` if it cannot run over the collection. */
export function pointerTypes(
  name: string,
  collection: StaticType,
): ReadonlyMap<string, StaticType> {
  if (!isUnknown(collection) && collection.kind !== 'array') {
    throw new Fault(
      `builtin ${name} takes only array (got ${collection.name})`,
    );
  }
  const pointers = new Map([['', collection.element ?? UNKNOWN]]);
  if (name === 'map' || name === 'reduce') {
    pointers.set('index', INT);
  }
  if (name === 'reduce') {
    pointers.set('acc', UNKNOWN);
  }
  return pointers;
}

const ASKS_FOR_BOOL = new Set([
  'all',
  'any',
  'none',
  'one',
  'filter',
  'find',
  'findLast',
  'findIndex',
  'findLastIndex',
  'count',
]);

/** The type of the whole. Throws a `Fault`. */
export function iterationType(
  node: ast.Iteration,
  collection: StaticType,
  { predicate, extra }: { predicate?: StaticType; extra?: StaticType },
): StaticType {
  if (predicate?.kind === 'nil') {
    throw new Fault('predicate should has one input and one output param');
  }
  if (
    predicate &&
    ASKS_FOR_BOOL.has(node.name) &&
    !isUnknown(predicate) &&
    predicate.kind !== 'bool'
  ) {
    throw new Fault(`predicate should return boolean (got ${predicate.name})`);
  }
  if (
    node.name === 'sortBy' &&
    extra &&
    !isUnknown(extra) &&
    extra.kind !== 'string'
  ) {
    throw new Fault(
      `sortBy order argument must be a string (got ${extra.name})`,
    );
  }
  return resultType(node.name, collection.element ?? UNKNOWN, predicate);
}

function resultType(
  name: string,
  element: StaticType,
  predicate?: StaticType,
): StaticType {
  switch (name) {
    case 'filter':
    case 'sortBy':
      return arrayOf(element);
    case 'map':
      return arrayOf(predicate!);
    case 'find':
    case 'findLast':
      return element;
    case 'findIndex':
    case 'findLastIndex':
    case 'count':
      return INT;
    case 'sum':
      return predicate ?? element;
    case 'groupBy':
      return GROUPS;
    case 'reduce':
      return predicate!;
    default:
      return BOOL;
  }
}
