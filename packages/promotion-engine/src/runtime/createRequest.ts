import { buildPromotion, PromotionParts } from '../decide/buildPromotion';
import { effectDigest } from '../decide/digest';
import { isAutoPromotionEnabled } from '../decide/isAutoPromotionEnabled';
import { InputError } from '../decide/promotionInputs';
import { originKey } from '../model/artifacts';
import { Project, Stage } from '../model/definition';
import { Plan, PromotionRequest } from '../model/promotion';
import { Rollback } from '../model/rollback';
import { FreightRow, PromotionRow, rowKey } from '../model/rows';
import { autoCandidate } from './autoCandidate';
import { commitAndTell, entryOf } from './commit';
import { EngineContext, isoNow } from './context';
import { Actor, RequestError } from './engine';
import { diffAuthors } from './people/diffAuthors';
import { planPromotion } from './planPromotion';

export interface NewRequest {
  project: Project;
  stage: Stage;
  freight: FreightRow;
  actor: Actor;
  automatic: boolean;
  reason?: string;
  inputs?: Readonly<Record<string, string>>;
  /** The plan that was shown; its id and pins are adopted. */
  plan?: Plan;
  /** Set: it takes the stage back. */
  rollback?: Rollback;
  /** What is decided together with it, and what all of that rests on. */
  and?: Parameters<typeof commitAndTell>[2];
}

/** Makes a promotion request; with approvals it is planned first, because an approval is given to a digest. */
export async function createRequest(
  engine: EngineContext,
  input: NewRequest,
): Promise<PromotionRow> {
  const request = await draftRequest(engine, input);
  const { project, actor } = input;
  const authors = await diffAuthors(engine, {
    ...request,
    project: project.name,
  });
  if (authors) request.authors = authors;
  if (request.approvals.length > 0 || input.plan) {
    const plan = input.plan ?? (await planDraft(engine, input, request));
    if (plan.problem)
      throw new RequestError('invalid', `it would fail: ${plan.problem}`);
    await engine.store.savePlan(project.name, plan);
    Object.assign(request, {
      digest: plan.digest,
      effects: plan.effects.map(effectDigest),
    });
    // what was pinned for a plan that waits for people is old when they decide; the run reads the heads anew
    if (request.approvals.length > 0)
      request.pins = { ...plan.pins, inputs: {} };
  }
  await commitAndTell(engine, project.name, {
    entries: [
      entryOf(engine, {
        verb: 'promotion.requested',
        actor: actor.ref,
        subject: `promotion:${request.name}`,
        reason: input.reason,
        data: { request },
      }),
      ...(input.and?.entries ?? []),
    ],
    expect: [
      { ...rowKey.promotion(request.name), version: 0 },
      ...(input.and?.expect ?? []),
    ],
  });
  await engine.queue.enqueue({
    kind: 'promotion',
    project: project.name,
    name: request.name,
  });
  return (await engine.store.promotion(project.name, request.name))!;
}

/** The request as it would be made now; nothing is written. */
export async function draftRequest(
  engine: EngineContext,
  input: NewRequest,
): Promise<PromotionRequest> {
  const { project, stage, freight } = input;
  const [stageRow, approvals] = await Promise.all([
    engine.store.stage(project.name, stage.name),
    engine.policies.approvals(
      project.name,
      stage,
      input.rollback !== undefined,
    ),
  ]);
  const draft = draftOf({
    project,
    stage,
    freight,
    stageRow,
    approvals,
    ulid: engine.ids.ulid(),
    pins: { now: isoNow(engine), seed: engine.ids.seed(), inputs: {} },
    automatic: input.automatic,
    inputs: input.inputs,
    intent: await intentOf(engine, input),
    rollback: input.rollback,
  });
  return input.plan
    ? { ...draft, name: input.plan.promotion, pins: input.plan.pins }
    : draft;
}

function draftOf(parts: PromotionParts): PromotionRequest {
  try {
    return buildPromotion(parts);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new RequestError('invalid', error.message);
  }
}

export async function planDraft(
  engine: EngineContext,
  input: NewRequest,
  request: PromotionRequest,
): Promise<Plan> {
  const row = {
    ...request,
    project: input.project.name,
    requester: input.actor.ref,
  };
  const project = await engine.store.project(input.project.name);
  return planPromotion(engine, row, { entityRef: project?.entityRef ?? '' });
}

/**
 * A person who promotes something else than the policy would puts auto-promotion on hold; who promotes just that
 * resumes it (Kargo 4.5). A rollback always holds it: the policy would bring back what was taken out.
 */
async function intentOf(
  engine: EngineContext,
  input: NewRequest,
): Promise<'hold' | 'resume' | undefined> {
  const { project, stage, freight } = input;
  if (input.automatic && !input.rollback) return undefined;
  if (!isAutoPromotionEnabled(project.promotionPolicies, stage))
    return undefined;
  if (input.rollback) return 'hold';
  const request = stage.requestedFreight.find(
    each => originKey(each.origin) === originKey(freight.origin),
  );
  const candidate =
    request && (await autoCandidate(engine, project, { stage, request }));
  return candidate?.name === freight.name ? 'resume' : 'hold';
}
