import {
  analysisFunctions,
  evaluate,
  evaluateTemplate,
  evaluateVariables,
  inField,
  KnownFacts,
  parseExpression,
} from '../../expressions';
import { ExpressionVariable, StageTarget } from '../../model/definition';
import { FreightCollection } from '../../model/freight';
import { Pins } from '../../model/promotion';
import { targetOf } from '../environment';
import { evaluateOptions } from './options';

/** What the arguments of a verification may look at (kargo.md 4.7). */
export interface VerificationFacts {
  project: string;
  /** Name of the Stage as it is written. */
  stage: string;
  target?: StageTarget;
  vars: ExpressionVariable[];
  collection: FreightCollection;
  pins: Pick<Pins, 'now'>;
}

/**
 * The arguments of a verification by name. Each must be a text (kargo.md 4.7).
 * @throws ExpressionError that names the argument; NeedsFact
 */
export function evaluateArguments(
  args: readonly { name: string; value: string }[],
  facts: VerificationFacts,
  known: KnownFacts,
): Record<string, string> {
  const options = evaluateOptions({ ...facts, known });
  const ctx = { project: facts.project, stage: facts.stage };
  const outer = { ctx, ...targetOf(facts.target) };
  const vars = evaluateVariables(facts.vars, outer, options);
  const entries = args.map(({ name, value }) => {
    const result = inField(`args.${name}`, () =>
      evaluateTemplate(value, { ...outer, vars }, options),
    );
    if (typeof result === 'string') return [name, result] as const;
    throw new Error(
      `args.${name} gives ${JSON.stringify(
        result,
      )}, not a text: wrap it in quote()`,
    );
  });
  return Object.fromEntries(entries);
}

/**
 * A bare condition of a metric over its `result`.
 * @throws ExpressionError, and an Error when it is neither true nor false
 */
export function evaluateCondition(condition: string, result: unknown): boolean {
  const value = evaluate(
    parseExpression(condition),
    { result },
    { functions: analysisFunctions },
  );
  if (typeof value === 'boolean') return value;
  throw new Error(
    `the condition ${condition} gives ${JSON.stringify(
      value,
    )}, neither true nor false`,
  );
}
