/** How tightly an operator binds; `right` ones group from the right. */
export interface OperatorRule {
  readonly precedence: number;
  readonly right?: boolean;
}

/** expr-lang's own table: `not` binds tighter than `==`, `??` tighter than anything. */
export const binaryOperators: ReadonlyMap<string, OperatorRule> = new Map([
  ['|', { precedence: 0 }],
  ['or', { precedence: 10 }],
  ['||', { precedence: 10 }],
  ['and', { precedence: 15 }],
  ['&&', { precedence: 15 }],
  ['==', { precedence: 20 }],
  ['!=', { precedence: 20 }],
  ['<', { precedence: 20 }],
  ['>', { precedence: 20 }],
  ['<=', { precedence: 20 }],
  ['>=', { precedence: 20 }],
  ['in', { precedence: 20 }],
  ['matches', { precedence: 20 }],
  ['contains', { precedence: 20 }],
  ['startsWith', { precedence: 20 }],
  ['endsWith', { precedence: 20 }],
  ['..', { precedence: 25 }],
  ['+', { precedence: 30 }],
  ['-', { precedence: 30 }],
  ['*', { precedence: 60 }],
  ['/', { precedence: 60 }],
  ['%', { precedence: 60 }],
  ['**', { precedence: 100, right: true }],
  ['^', { precedence: 100, right: true }],
  ['??', { precedence: 500 }],
]);

export const unaryOperators: ReadonlyMap<string, OperatorRule> = new Map([
  ['not', { precedence: 50 }],
  ['!', { precedence: 50 }],
  ['-', { precedence: 90 }],
  ['+', { precedence: 90 }],
]);

/** These chain: `1 < n < 10` is `1 < n and n < 10`. */
export const comparisons: ReadonlySet<string> = new Set(['<', '>', '<=', '>=']);

/** These may stand after `not`: `a not in b`. */
export const negatable: ReadonlySet<string> = new Set([
  'in',
  'matches',
  'contains',
  'startsWith',
  'endsWith',
]);

type Part = 'collection' | 'predicate' | 'predicate?' | 'extra?';

const WITH_PREDICATE: readonly Part[] = ['collection', 'predicate'];

/**
 * The built-ins that evaluate an expression for every element, and what stands between their brackets;
 * a `?` marks what may be left out.
 */
export const iterations: ReadonlyMap<string, readonly Part[]> = new Map<
  string,
  readonly Part[]
>([
  ['all', WITH_PREDICATE],
  ['none', WITH_PREDICATE],
  ['any', WITH_PREDICATE],
  ['one', WITH_PREDICATE],
  ['filter', WITH_PREDICATE],
  ['map', WITH_PREDICATE],
  ['find', WITH_PREDICATE],
  ['findIndex', WITH_PREDICATE],
  ['findLast', WITH_PREDICATE],
  ['findLastIndex', WITH_PREDICATE],
  ['groupBy', WITH_PREDICATE],
  ['count', ['collection', 'predicate?']],
  ['sum', ['collection', 'predicate?']],
  ['sortBy', ['collection', 'predicate', 'extra?']],
  ['reduce', ['collection', 'predicate', 'extra?']],
]);
