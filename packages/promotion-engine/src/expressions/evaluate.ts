import type { Ast } from './ast';
import { Evaluator } from './evaluator/evaluator';
import { builtinFunctions } from './functions/builtins';
import { FunctionSet, joinFunctions } from './functions/definition';
import { kargoFunctions } from './functions/kargo';
import { Budget, Limits } from './limits';
import { prepare } from './program';
import type { Value, ValueMap } from './values/value';

/** What an evaluation may use besides its environment. */
export interface EvaluateOptions {
  /** Functions besides the built-in ones; `kargoFunctions` where nothing is said. Reuse a set: programs are kept for it. */
  readonly functions?: FunctionSet;
  /** The moment that `now()` returns, in milliseconds since 1970. Without it `now()` is an error. */
  readonly now?: number;
  /** What the evaluation may cost. */
  readonly limits?: Partial<Limits>;
}

/** The names that an expression sees: any JSON, and a `NeedsFact` in place of what is not known yet. */
export type Environment = Readonly<Record<string, unknown>>;

/**
 * Evaluates an expression. Names that the environment lacks are nil; without any environment they are
 * errors, as in Kargo's `freightCreationCriteria`.
 *
 * Throws `ExpressionError` for everything that is wrong with the expression or its values, and the
 * `NeedsFact` that a host function or the environment raised.
 */
export function evaluate(
  ast: Ast,
  environment: Environment | undefined,
  options: EvaluateOptions = {},
): Value {
  return evaluateWithin(ast, environment, {
    ...options,
    budget: new Budget(options.limits),
  });
}

/** As `evaluate`, at the expense of a budget that others share. */
export function evaluateWithin(
  ast: Ast,
  environment: Environment | undefined,
  options: EvaluateOptions & { budget: Budget },
): Value {
  const functions = withBuiltins(options.functions ?? kargoFunctions);
  const program = prepare(ast, functions);
  const context = { budget: options.budget, now: options.now };
  return new Evaluator(ast.source, {
    environment: environment as ValueMap | undefined,
    functions,
    context,
  }).run(program);
}

/** Checks what can be checked without values, for lint. Throws `ExpressionError`. */
export function checkExpression(
  ast: Ast,
  functions: FunctionSet = kargoFunctions,
): void {
  prepare(ast, withBuiltins(functions));
}

const joined = new WeakMap<FunctionSet, FunctionSet>([
  [builtinFunctions, builtinFunctions],
]);

function withBuiltins(functions: FunctionSet): FunctionSet {
  const known =
    joined.get(functions) ?? joinFunctions(builtinFunctions, functions);
  joined.set(functions, known);
  return known;
}
