import { NeedsFact } from '../expressions';
import { errored, failed, StepOutcome } from '../model/outcome';
import { StepTemplate } from '../model/definition';
import { Capability, RunnableStepKind, StepContext } from '../registry/step';
import { PlanningContext } from './context';
import { explainError, stepConfig, stepRuns, withFacts } from './evaluation';
import { Run } from './run';

/** A step whose configuration has been evaluated and accepted by its schema. */
export interface ReadyStep {
  kind: RunnableStepKind;
  config: unknown;
  context: StepContext<Capability>;
}

/**
 * Evaluates condition and configuration of a step; an outcome instead of a step ends it here.
 * @throws NeedsFact for an output that is not known before an earlier step was done
 */
export async function prepareStep(
  engine: PlanningContext,
  run: Run,
  step: StepTemplate,
): Promise<ReadyStep | StepOutcome> {
  const kind = engine.registry.steps.get(step.uses);
  if (!kind) {
    const known = [...engine.registry.steps.keys()].sort().join(', ');
    return errored(
      `there is no step ${step.uses}; known steps are ${known}`,
      true,
    );
  }
  const evaluated = await evaluateStep(run, step);
  if ('status' in evaluated) return evaluated;
  const parsed = kind.schema.safeParse(evaluated.config);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return failed(
      `${step.uses}: ${issue.path.join('.') || 'config'}: ${issue.message}`,
    );
  }
  return { kind, config: parsed.data, context: run.stepContext(step, kind) };
}

/** A wrong condition is wrong for good; a configuration may get better when it is tried again (kargo.md 5.4). */
async function evaluateStep(
  run: Run,
  step: StepTemplate,
): Promise<{ config: unknown } | StepOutcome> {
  const facts = run.facts(step.as);
  let conditionHolds = false;
  try {
    return await withFacts(run.lookUp(step), known => {
      const situation = { facts, pins: run.pins, known };
      conditionHolds = false;
      if (!stepRuns(step, situation))
        return { status: 'skipped', message: 'its condition is false' };
      conditionHolds = true;
      return { config: stepConfig(step, situation) };
    });
  } catch (error) {
    if (error instanceof NeedsFact) {
      if (!run.isWithheld(error)) throw error;
      return errored(
        `${step.uses}: the output of ${error.fact} held a secret, which is not kept: read the secret where it is needed`,
        true,
      );
    }
    const { terminal = !conditionHolds } = error as { terminal?: boolean };
    return errored(`${step.uses}: ${explainError(error)}`, terminal);
  }
}

/** Runs something of a step and turns what it throws into an outcome with a masked sentence. */
export async function guarded<T>(
  engine: PlanningContext,
  work: () => Promise<T>,
): Promise<T | StepOutcome> {
  try {
    return await work();
  } catch (error) {
    const retryable = (error as { retryable?: boolean }).retryable ?? true;
    const name = (error as Error).name;
    if (name === 'ConflictError') throw error;
    if (name === 'PathError')
      return failed(engine.masker.mask((error as Error).message));
    return errored(engine.masker.mask((error as Error).message), !retryable);
  }
}
