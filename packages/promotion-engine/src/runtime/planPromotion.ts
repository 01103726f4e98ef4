import { effectDigest, planDigest } from '../decide/digest';
import { saidOfStep } from '../decide/stepTitle';
import {
  ExternalEffect,
  Plan,
  PlanDiff,
  PromotionRequest,
} from '../model/promotion';
import { StepTemplate } from '../model/definition';
import { StepOutcome } from '../model/outcome';
import { PlanningContext } from './context';
import { NeedsFact } from '../expressions';
import { describeStep } from './describeStep';
import { masked } from './masking';
import { recordOutput } from './recordOutput';
import { createRun, Run } from './run';
import { guarded, prepareStep, ReadyStep } from './stepExecution';

interface Collected {
  effects: ExternalEffect[];
  diffs: PlanDiff[];
  readSet: Plan['readSet'];
  outcomes: Plan['outcomes'];
  problem?: string;
}

interface PlanOptions {
  /** Of the component whose grants count. */
  entityRef: string;
  /** Ends what waits for a remote. Default: nothing does. */
  signal?: AbortSignal;
}

/**
 * Runs all steps with the external ones replaced by their description. It is the first half of what the run does:
 * the same code, the same pins, another end.
 */
export async function planPromotion(
  engine: PlanningContext,
  request: PromotionRequest & { project: string; requester: string },
  { entityRef, signal = new AbortController().signal }: PlanOptions,
): Promise<Plan> {
  const workspace = await engine.git.openWorkspace(`plan-${request.name}`);
  const inputs: Record<string, string> = {};
  const run = createRun(engine, {
    promotion: request,
    entityRef,
    workspace,
    signal,
    pinned: async more => {
      Object.assign(inputs, more);
    },
    logged: async () => undefined,
    pinsMetadata: false,
  });
  const collected: Collected = {
    effects: [],
    diffs: [],
    readSet: {},
    outcomes: [],
  };
  try {
    for (const template of request.steps) {
      if (collected.problem) break;
      await planStep(engine, { run, request, collected }, template.as);
    }
  } finally {
    await workspace.remove();
  }
  const { effects, diffs, readSet, outcomes, problem } = collected;
  const digest = planDigest({
    freight: request.freight.name,
    steps: request.steps,
    effects: effects.map(effectDigest),
  });
  const pins = {
    ...request.pins,
    inputs: { ...request.pins.inputs, ...inputs },
  };
  return {
    promotion: request.name,
    freight: request.freight.name,
    stage: request.stage,
    steps: request.steps,
    pins,
    effects,
    digest,
    readSet,
    diffs,
    outcomes,
    problem,
  };
}

interface Planning {
  run: Run;
  request: PromotionRequest;
  collected: Collected;
}

async function planStep(
  engine: PlanningContext,
  planning: Planning,
  alias: string,
): Promise<void> {
  const { run, request, collected } = planning;
  const template = request.steps.find(step => step.as === alias)!;
  const outcome = await planOutcome(engine, planning, template);
  const unknown =
    outcome instanceof NeedsFact || outcome === 'planned' || asks(outcome);
  // nothing fails for good in a plan that does not know it
  const status = unknown ? 'Succeeded' : statusOf(outcome);
  recordOutput(
    run,
    template,
    unknown
      ? new NeedsFact({ kind: 'output', name: alias })
      : ('output' in outcome && outcome.output) || {},
  );
  run.statuses.push({
    alias,
    status,
    continueOnError: template.continueOnError,
  });
  collected.outcomes.push({
    alias,
    uses: template.uses,
    ...masked(engine.masker, told(outcome, status)),
  });
  if (!unknown && outcome.status === 'failed' && !template.continueOnError) {
    collected.problem = saidOfStep(
      { alias, uses: template.uses },
      engine.masker.mask(outcome.message),
    );
  }
}

/** What planning a step gave: an outcome, an effect that was planned, or the output that it has to wait for. */
async function planOutcome(
  engine: PlanningContext,
  { run, collected }: Planning,
  template: StepTemplate,
): Promise<StepOutcome | 'planned' | NeedsFact> {
  try {
    const ready = await prepareStep(engine, run, template);
    return 'context' in ready ? planReady(engine, ready, collected) : ready;
  } catch (error) {
    if (!(error instanceof NeedsFact)) throw error;
    if (engine.registry.steps.get(template.uses)?.external)
      collected.effects.push(unknownEffect(template, error));
    return error;
  }
}

/** The digest covers what is known of it: its configuration as it is written. */
function unknownEffect(
  template: StepTemplate,
  { fact }: NeedsFact,
): ExternalEffect {
  const { uses, vars, config } = template;
  return {
    step: template.as,
    kind: uses,
    target: `known only after ${fact}`,
    unknown: JSON.stringify({ if: template.if, vars, config }),
  };
}

/** It asks people, who answer when the promotion runs. */
function asks(outcome: StepOutcome): boolean {
  return outcome.status === 'waiting' && outcome.ask !== undefined;
}

function told(
  outcome: StepOutcome | 'planned' | NeedsFact,
  status: string,
): { status: string; message?: string } {
  if (outcome === 'planned') return { status: 'planned' };
  if (!(outcome instanceof NeedsFact) && asks(outcome))
    return { status: 'asks', message: 'asks people when it runs' };
  return outcome instanceof NeedsFact
    ? { status: 'unknown', message: `known only after ${outcome.fact}` }
    : { status, message: outcome.message };
}

async function planReady(
  engine: PlanningContext,
  ready: ReadyStep,
  collected: Collected,
): Promise<StepOutcome | 'planned'> {
  const { kind, context, config } = ready;
  if (!kind.external) return guarded(engine, () => kind.run!(context, config));
  const described = await describeStep(engine, ready, 'all');
  if (described.status !== 'planned') return described;
  collected.effects.push(described.effect);
  collected.diffs.push(...(described.diffs ?? []));
  Object.assign(collected.readSet, described.readSet);
  return 'planned';
}

function statusOf(
  outcome: StepOutcome,
): 'Failed' | 'Errored' | 'Skipped' | 'Succeeded' {
  if (outcome.status === 'failed') return outcome.kind;
  return outcome.status === 'skipped' ? 'Skipped' : 'Succeeded';
}
