import { queuedUntil } from '../decide/queuedUntil';
import { PromotionRow } from '../model/rows';
import { actionSentence } from './actionSentence';
import { EngineContext } from './context';
import { createRequest, draftRequest, planDraft } from './createRequest';
import {
  Actor,
  FreightInto,
  PlanAnswer,
  RequestError,
  RollbackAsk,
} from './engine';
import { gateReport, queueReport } from './facts';
import { resolveFreight } from './resolveFreight';
import { requestRollback } from './rollback/requestRollback';
import { resolveRollback } from './rollback/resolveRollback';

/** What a request, or a rollback, would do. */
export async function planAsked(
  engine: EngineContext,
  input: FreightInto & { actor: Actor; rollback?: boolean },
): Promise<PlanAnswer> {
  const found = input.rollback
    ? await resolveRollback(engine, input)
    : { ...(await resolveFreight(engine, input)), rollback: undefined };
  const { freight, rollback, stage } = found;
  const { actor, inputs } = input;
  const draft = { ...found, actor, inputs, automatic: false };
  const request = await draftRequest(engine, draft);
  const plan = await planDraft(engine, draft, request);
  await engine.store.savePlan(input.project, plan);
  const into = { ...input, freight, rollback };
  const gates = await gateReport(engine, into, 'request');
  const facts = {
    freight,
    gates,
    approvals: request.approvals,
    queues: queuedUntil(await queueReport(engine, into)),
    rollback: input.rollback,
  };
  return { plan, gates, action: actionSentence(stage.name, facts) };
}

export async function requestAsked(
  engine: EngineContext,
  input: FreightInto & { actor: Actor; reason?: string; plan?: string },
): Promise<PromotionRow> {
  const found = await resolveFreight(engine, input);
  await requireOpen(engine, { ...input, freight: found.freight });
  const { actor, reason, inputs } = input;
  return createRequest(engine, {
    ...found,
    actor,
    automatic: false,
    reason,
    inputs,
    plan: await shownPlan(engine, input, found),
  });
}

/** @throws RequestError that says why there is no way back */
export async function rollbackAsked(
  engine: EngineContext,
  input: RollbackAsk,
): Promise<PromotionRow> {
  const found = await resolveRollback(engine, input);
  const { freight, rollback } = found;
  await requireOpen(engine, { ...input, freight, rollback });
  const { actor, reason, inputs, quarantine } = input;
  const plan = await shownPlan(engine, input, found);
  const how = { actor, reason, inputs, quarantine, plan, automatic: false };
  return requestRollback(engine, found, how);
}

async function requireOpen(
  engine: EngineContext,
  question: Parameters<typeof gateReport>[1],
): Promise<void> {
  const { first } = await gateReport(engine, question, 'request');
  if (first) throw new RequestError('conflict', first.sentence);
}

async function shownPlan(
  engine: EngineContext,
  input: { project: string; plan?: string },
  found: { freight: { name: string }; stage: { name: string } },
) {
  if (!input.plan) return undefined;
  const plan = await engine.store.plan(input.project, input.plan);
  if (plan?.freight === found.freight.name && plan.stage === found.stage.name)
    return plan;
  throw new RequestError(
    'conflict',
    'that plan is not there any more; make a new one',
  );
}
