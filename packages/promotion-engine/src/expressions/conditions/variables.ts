import { inField } from '../errors';
import type { Environment, EvaluateOptions } from '../evaluate';
import { newMap } from '../values/collections';
import { evaluateTemplate } from '../template/evaluateTemplate';
import type { Value } from '../values/value';

export interface Variable {
  readonly name: string;
  readonly value: string;
}

/**
 * Evaluates variables in their order; each sees those before it as `vars`, on top of what `environment.vars`
 * holds already. Throws `ExpressionError`, naming the variable, and `NeedsFact`.
 */
export function evaluateVariables(
  variables: readonly Variable[],
  environment: Environment,
  options: EvaluateOptions = {},
): Record<string, Value> {
  const vars: Record<string, Value> = Object.assign(newMap(), environment.vars);
  for (const { name, value } of variables) {
    vars[name] = inField('vars', () =>
      inField(name, () =>
        evaluateTemplate(value, { ...environment, vars }, options),
      ),
    );
  }
  return vars;
}
