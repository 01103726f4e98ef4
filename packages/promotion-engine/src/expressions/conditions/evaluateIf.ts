import { ExpressionError, inField } from '../errors';
import type { Environment, EvaluateOptions } from '../evaluate';
import { FunctionSet, joinFunctions } from '../functions/definition';
import { kargoFunctions } from '../functions/kargo';
import { evaluateTemplate } from '../template/evaluateTemplate';
import { BOOL, INT, STRING } from '../types/staticType';
import { newMap } from '../values/collections';
import { typeName } from '../values/describe';
import { TIME } from '../values/time/time';
import { NamedText, StructValue } from '../values/struct';
import type { Value } from '../values/value';
import { hasFailure, statusFunctions, StepState, taskOf } from './stepStatus';
import { evaluateVariables, Variable } from './variables';

/** A step's condition and what it may look at. */
export interface IfInput {
  readonly if?: string;
  /** Of the promotion: they see `ctx` and each other. */
  readonly vars?: readonly Variable[];
  /** Of the step: they see outputs, too, and replace the promotion's. */
  readonly stepVars?: readonly Variable[];
  /** Outputs of earlier steps by alias. */
  readonly outputs?: Readonly<Record<string, unknown>>;
  readonly steps?: readonly StepState[];
  /** This step's alias; `task::step` inside a task. */
  readonly alias?: string;
  /** Further names, `ctx` above all. */
  readonly environment?: Environment;
}

/**
 * Whether a step runs. Without a condition it runs unless an earlier step failed. A condition is a template
 * whose result must be a bool; `true` without delimiters is a string and so an error.
 * Source of the rules: Kargo's `StepEvaluator.ShouldSkip`. Throws `ExpressionError` and `NeedsFact`.
 */
export function evaluateIf(
  input: IfInput,
  options: EvaluateOptions = {},
): boolean {
  if (!input.if) {
    return !hasFailure(input.steps ?? []);
  }
  const condition = input.if;
  const { environment, functions } = stepSurroundings(input, options);
  return inField('if', () => {
    const result = evaluateTemplate(condition, environment, {
      ...options,
      functions,
    });
    if (typeof result !== 'boolean') {
      throw new ExpressionError(
        `expression must evaluate to a boolean, got ${typeName(result)}`,
      );
    }
    return result;
  });
}

/** What the expressions of a step (condition, configuration) see and can call. Throws as `evaluateIf`. */
export function stepSurroundings(
  input: IfInput,
  options: EvaluateOptions = {},
): { environment: Environment; functions: FunctionSet } {
  const { outputs = {}, steps = [], alias = '' } = input;
  const outer = { ...input.environment };
  const promotionVars = evaluateVariables(input.vars ?? [], outer, options);
  const inner = {
    ...outer,
    outputs,
    task: taskOutputs(outputs, alias),
    stepMetas: stepMetas(steps),
  };
  const vars = evaluateVariables(
    input.stepVars ?? [],
    { ...inner, vars: promotionVars },
    options,
  );
  return {
    environment: { ...inner, vars },
    functions: joinFunctions(
      options.functions ?? kargoFunctions,
      statusFunctions(steps, alias),
    ),
  };
}

/** In a task the outputs of its own steps, under their short aliases. */
function taskOutputs(
  outputs: Readonly<Record<string, unknown>>,
  alias: string,
): Value {
  const task = taskOf(alias);
  if (task === undefined) {
    return null;
  }
  const own: Record<string, Value> = newMap();
  for (const [name, output] of Object.entries(outputs)) {
    if (taskOf(name) === task) {
      own[name.slice(task.length + 2)] = output as Value;
    }
  }
  return { outputs: own };
}

const stepMeta = StructValue.define({
  name: 'v1alpha1.StepExecutionMetadata',
  fields: {
    Alias: { type: STRING, json: 'alias' },
    Status: { type: STRING, json: 'status' },
    StartedAt: { type: TIME, json: 'startedAt' },
    FinishedAt: { type: TIME, json: 'finishedAt' },
    ErrorCount: { type: INT, json: 'errorCount' },
    Message: { type: STRING, json: 'message' },
    ContinueOnError: { type: BOOL, json: 'continueOnError' },
  },
});

/** In Kargo a status is a type of its own, so `stepMetas.a.Status == 'Succeeded'` is false: `status('a')` is meant. */
function stepMetas(steps: readonly StepState[]): Value {
  const metas = newMap();
  for (const { alias, status, continueOnError = false } of steps) {
    metas[alias] = stepMeta.of({
      Alias: alias,
      Status: new NamedText('v1alpha1.PromotionStepStatus', status),
      ErrorCount: 0n,
      Message: '',
      ContinueOnError: continueOnError,
    });
  }
  return metas;
}
