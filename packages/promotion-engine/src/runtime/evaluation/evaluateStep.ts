import {
  evaluateIf,
  evaluateJsonTemplate,
  IfInput,
  inField,
  KnownFacts,
  stepSurroundings,
  toJson,
} from '../../expressions';
import { StepTemplate } from '../../model/definition';
import { Pins } from '../../model/promotion';
import { ctxOf, RunFacts, targetOf } from '../environment';
import { evaluateOptions } from './options';

/** Where a step stands in its run. */
export interface StepSituation {
  facts: RunFacts;
  pins: Pick<Pins, 'now'>;
  known: KnownFacts;
}

/**
 * Does the step run? Without `if` it is skipped once an earlier one failed.
 * @throws ExpressionError that names the field; NeedsFact
 */
export function stepRuns(
  step: StepTemplate,
  situation: StepSituation,
): boolean {
  return evaluateIf(inputOf(step, situation), optionsOf(situation));
}

/**
 * The configuration of a step with every expression evaluated, as plain JSON.
 * @throws ExpressionError that names the field; NeedsFact
 */
export function stepConfig(
  step: StepTemplate,
  situation: StepSituation,
): unknown {
  const options = optionsOf(situation);
  const { environment, functions } = stepSurroundings(
    inputOf(step, situation),
    options,
  );
  const config = inField('config', () =>
    evaluateJsonTemplate(step.config, environment, { ...options, functions }),
  );
  return toJson(config);
}

function optionsOf({ facts, pins, known }: StepSituation) {
  return evaluateOptions({ collection: facts.collection, pins, known });
}

function inputOf(step: StepTemplate, { facts }: StepSituation): IfInput {
  return {
    if: step.if,
    vars: facts.vars,
    stepVars: step.vars,
    outputs: facts.outputs,
    steps: facts.steps,
    alias: step.as,
    environment: { ctx: ctxOf(facts, step.as), ...targetOf(facts.target) },
  };
}
