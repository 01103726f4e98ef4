import type { Value } from '../values/value';

/** The names around a place: variables of `let`, and the element that a predicate looks at. */
export interface Scope {
  readonly outer?: Scope;
  readonly name?: string;
  readonly value?: Value;
  readonly iteration?: Iteration;
}

export interface Iteration {
  readonly element: Value;
  readonly index: number;
  readonly accumulator: Value;
}

export function findVariable(
  scope: Scope | undefined,
  name: string,
): Scope | undefined {
  for (let current = scope; current; current = current.outer) {
    if (current.name === name) {
      return current;
    }
  }
  return undefined;
}

/** The innermost iteration: `#` never reaches further. */
export function findIteration(scope: Scope | undefined): Iteration | undefined {
  for (let current = scope; current; current = current.outer) {
    if (current.iteration) {
      return current.iteration;
    }
  }
  return undefined;
}
