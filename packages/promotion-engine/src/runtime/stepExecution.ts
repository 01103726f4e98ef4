import { evaluateIf, evaluateTemplateJson } from './evaluation';
import { RunFacts } from './environment';
import { errored, failed, StepOutcome } from '../model/outcome';
import { StepTemplate } from '../model/definition';
import { Capability, RunnableStepKind, StepContext } from '../registry/step';
import { EngineContext } from './context';
import { Run } from './run';

/** A step whose configuration has been evaluated and accepted by its schema. */
export interface ReadyStep {
  kind: RunnableStepKind;
  config: unknown;
  context: StepContext<Capability>;
}

/** Evaluates condition and configuration of a step; an outcome instead of a step ends it here. */
export function prepareStep(
  engine: EngineContext,
  run: Run,
  step: StepTemplate,
): ReadyStep | StepOutcome {
  const kind = engine.registry.steps.get(step.uses);
  if (!kind) {
    const known = [...engine.registry.steps.keys()].sort().join(', ');
    return errored(
      `there is no step ${step.uses}; known steps are ${known}`,
      true,
    );
  }
  const facts = run.facts(step.as);
  try {
    if (!evaluateIf(step, facts, run.pins))
      return { status: 'skipped', message: 'its condition is false' };
  } catch (error) {
    return errored(`if: ${(error as Error).message}`, true);
  }
  const config = configOf(run, step, facts);
  if ('status' in config) return config;
  const parsed = kind.schema.safeParse(config.value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return failed(
      `${step.uses}: ${issue.path.join('.') || 'config'}: ${issue.message}`,
    );
  }
  return { kind, config: parsed.data, context: run.stepContext(step, kind) };
}

function configOf(
  run: Run,
  step: StepTemplate,
  facts: RunFacts,
): { value: unknown } | StepOutcome {
  try {
    return { value: evaluateTemplateJson(step, facts, run.pins) };
  } catch (error) {
    return errored(`config: ${(error as Error).message}`);
  }
}

/** Runs something of a step and turns what it throws into an outcome with a masked sentence. */
export async function guarded<T>(
  engine: EngineContext,
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
