import { effectDigest, planDigest } from '../decide/digest';
import {
  ExternalEffect,
  Plan,
  PlanDiff,
  PromotionRequest,
} from '../model/promotion';
import { StepOutcome } from '../model/outcome';
import { EngineContext } from './context';
import { createRun, Run } from './run';
import { guarded, prepareStep, ReadyStep } from './stepExecution';

interface Collected {
  effects: ExternalEffect[];
  diffs: PlanDiff[];
  readSet: Plan['readSet'];
  outcomes: Plan['outcomes'];
  unknown: string[];
  problem?: string;
}

/**
 * Runs all steps with the external ones replaced by their description. It is the first half of what the run does:
 * the same code, the same pins, another end.
 */
export async function planPromotion(
  engine: EngineContext,
  request: PromotionRequest & { project: string; requester: string },
  entityRef: string,
): Promise<Plan> {
  const workspace = await engine.git.openWorkspace(`plan-${request.name}`);
  const inputs: Record<string, string> = {};
  const run = createRun(engine, {
    promotion: request,
    entityRef,
    workspace,
    signal: new AbortController().signal,
    pinned: async more => {
      Object.assign(inputs, more);
    },
    logged: async () => undefined,
  });
  const collected: Collected = {
    effects: [],
    diffs: [],
    readSet: {},
    outcomes: [],
    unknown: [],
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
  const mask = (diff: PlanDiff) => ({
    ...diff,
    text: engine.masker.mask(diff.text),
  });
  return {
    promotion: request.name,
    freight: request.freight.name,
    stage: request.stage,
    steps: request.steps,
    pins,
    effects,
    digest,
    readSet,
    diffs: diffs.map(mask),
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
  engine: EngineContext,
  planning: Planning,
  alias: string,
): Promise<void> {
  const { run, request, collected } = planning;
  const template = request.steps.find(step => step.as === alias)!;
  const needs = collected.unknown.find(other => mentions(template, other));
  const kind = engine.registry.steps.get(template.uses);
  if (needs) {
    if (kind?.external) {
      const unknown = JSON.stringify({
        if: template.if,
        vars: template.vars,
        config: template.config,
      });
      collected.effects.push({
        step: alias,
        kind: template.uses,
        target: `known only after ${needs}`,
        unknown,
      });
    }
    collected.unknown.push(alias);
    collected.outcomes.push({
      alias,
      uses: template.uses,
      status: 'unknown',
      message: `known only after ${needs}`,
    });
    return;
  }
  const ready = prepareStep(engine, run, template);
  const outcome =
    'context' in ready ? await planReady(engine, ready, collected) : ready;
  if (outcome === 'planned') {
    collected.unknown.push(alias);
    run.statuses.push({
      alias,
      status: 'Succeeded',
      continueOnError: template.continueOnError,
    });
    collected.outcomes.push({ alias, uses: template.uses, status: 'planned' });
    return;
  }
  const status = statusOf(outcome);
  run.outputs[alias] = ('output' in outcome && outcome.output) || {};
  run.statuses.push({
    alias,
    status,
    continueOnError: template.continueOnError,
  });
  collected.outcomes.push({
    alias,
    uses: template.uses,
    status,
    message: outcome.message,
  });
  if (outcome.status === 'failed' && !template.continueOnError) {
    collected.problem = `${alias}: ${engine.masker.mask(outcome.message)}`;
  }
}

async function planReady(
  engine: EngineContext,
  ready: ReadyStep,
  collected: Collected,
): Promise<StepOutcome | 'planned'> {
  const { kind, context, config } = ready;
  if (!kind.external) return guarded(engine, () => kind.run!(context, config));
  const described = await guarded(engine, () =>
    kind.external!.describe(context, config),
  );
  if (described.status !== 'planned') return described;
  collected.effects.push(described.effect);
  collected.diffs.push(...(described.diffs ?? []));
  Object.assign(collected.readSet, described.readSet);
  return 'planned';
}

/** Does a step look at the output of another one, whose output is not known yet? */
function mentions(
  template: { if?: string; vars: unknown; config: unknown },
  alias: string,
): boolean {
  const text = JSON.stringify([template.if, template.vars, template.config]);
  return (
    text.includes(`outputs.${alias}`) ||
    text.includes(`outputs['${alias}']`) ||
    text.includes(`outputs[\\"${alias}\\"]`)
  );
}

function statusOf(
  outcome: StepOutcome,
): 'Failed' | 'Errored' | 'Skipped' | 'Succeeded' {
  if (outcome.status === 'failed') return outcome.kind;
  return outcome.status === 'skipped' ? 'Skipped' : 'Succeeded';
}
