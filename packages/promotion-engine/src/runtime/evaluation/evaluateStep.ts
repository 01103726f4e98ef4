import { parseExpression } from '../../expressions/parseExpression';
import { ExpressionVariable, StepTemplate } from '../../model/definition';
import { Pins } from '../../model/promotion';
import { ctxOf, RunFacts } from '../environment';
import { evaluateNode, Scope } from './evaluateNode';
import { evaluateText, evaluateValue } from './evaluateText';
import { hostFunctions, textFunctions } from './hostFunctions';

/** Does the step run? Without `if` it is skipped once an earlier one failed. @throws Error when it gives no boolean. */
export function evaluateIf(
  step: StepTemplate,
  facts: RunFacts,
  pins: Pins,
): boolean {
  const scope = stepScope(step, facts, pins);
  if (!step.if) return scope.functions.success() === true;
  const value = evaluateText(step.if, scope);
  if (typeof value !== 'boolean') {
    throw new Error(
      `${JSON.stringify(step.if)} gives ${JSON.stringify(
        value,
      )}; write a condition in \${{ }}`,
    );
  }
  return value;
}

/** The configuration of a step with every expression evaluated. @throws Error that says which one failed. */
export function evaluateTemplateJson(
  step: StepTemplate,
  facts: RunFacts,
  pins: Pins,
): unknown {
  return evaluateValue(step.config, stepScope(step, facts, pins));
}

/** An argument of a verification: its value must be a text (kargo.md 4.7). */
export function evaluateArgument(
  arg: { name: string; value: string },
  facts: RunFacts,
  pins: Pins,
): string {
  const functions = hostFunctions(facts, pins);
  const values = {
    ctx: ctxOf(facts),
    vars: variables(facts.vars, { values: { ctx: ctxOf(facts) }, functions }),
  };
  const value = evaluateText(arg.value, { values, functions });
  if (typeof value === 'string') return value;
  throw new Error(
    `argument ${arg.name} gives ${JSON.stringify(
      value,
    )}, not a text: wrap it in quote()`,
  );
}

/** A bare condition of a metric over its `result`. */
export function evaluateCondition(condition: string, result: unknown): boolean {
  const functions = {
    ...textFunctions,
    asInt: textFunctions.int,
    asFloat: textFunctions.float,
  };
  const value = evaluateNode(parseExpression(condition).root, {
    values: { result },
    functions,
  });
  if (typeof value !== 'boolean')
    throw new Error(
      `the condition ${condition} gives ${JSON.stringify(
        value,
      )}, neither true nor false`,
    );
  return value;
}

/** Promotion variables cannot see outputs, those of the step can; later ones see earlier ones. */
function stepScope(step: StepTemplate, facts: RunFacts, pins: Pins): Scope {
  const functions = hostFunctions(facts, pins, step.as);
  const base = { ctx: ctxOf(facts, step.as) };
  const vars = variables(facts.vars, { values: base, functions });
  const values = { ...base, outputs: facts.outputs };
  return {
    values: {
      ...values,
      vars: variables(
        step.vars,
        { values: { ...values, vars }, functions },
        vars,
      ),
    },
    functions,
  };
}

function variables(
  list: ExpressionVariable[],
  scope: Scope,
  before: Record<string, unknown> = {},
): Record<string, unknown> {
  const vars = { ...before };
  for (const { name, value } of list) {
    vars[name] = evaluateText(value, {
      ...scope,
      values: { ...scope.values, vars },
    });
  }
  return vars;
}
