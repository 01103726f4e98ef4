import type { StaticType } from '../values/value';

/** The names around a place, as `evaluator/scope.ts` has them, with types instead of values. */
export interface TypeScope {
  readonly outer?: TypeScope;
  readonly name?: string;
  readonly type?: StaticType;
  /** What `#` (under the empty name), `#index` and `#acc` are in a predicate. */
  readonly pointers?: ReadonlyMap<string, StaticType>;
}

export function findVariableType(
  scope: TypeScope | undefined,
  name: string,
): StaticType | undefined {
  for (let current = scope; current; current = current.outer) {
    if (current.name === name) {
      return current.type;
    }
  }
  return undefined;
}

/** `undefined` where the innermost predicate has no such pointer. */
export function findPointerType(
  scope: TypeScope | undefined,
  name: string,
): StaticType | undefined {
  for (let current = scope; current; current = current.outer) {
    if (current.pointers) {
      return current.pointers.get(name);
    }
  }
  return undefined;
}
