import { Environment, evaluate } from '../evaluate';
import { parseExpression } from '../parseExpression';
import { builtinFunctions } from '../functions/builtins';
import { conditionResult } from './evaluateCreationCriteria';
import { timeOf } from './discovered';

/** Says of the variables of one commit or tag whether it counts. Throws `ExpressionError`. */
export type RevisionFilter = (variables: Environment) => boolean;

/**
 * A Git subscription's `expressionFilter`. Names that are not among the variables are nil, and a result that is no
 * bool counts as what it prints (`1`, `T`; Kargo: evaluateSelectors). Throws `ExpressionError` when it cannot be read.
 * @param options - `now` is the moment that `now()` returns, in milliseconds since 1970.
 */
export function compileRevisionFilter(
  expression: string,
  options: { now?: number },
): RevisionFilter {
  const ast = parseExpression(expression);
  const functions = builtinFunctions;
  return variables =>
    conditionResult(evaluate(ast, variables, { ...options, functions }));
}

/** RFC 3339 as the date of an expression, in the zone that it was written in; nil for anything else. */
export const revisionTime = timeOf;
