import {
  PromotionDetail,
  PromotionStep,
} from '@stevedore/plugin-stevedore-common';
import {
  Actor,
  ApprovalRow,
  approvalState,
  factsOf,
  isTerminal,
  PromotionRow,
  StepRow,
} from '@stevedore/promotion-engine';
import { toApprovals } from '../../mappers/approvals';
import { linksOf } from '../../mappers/links';
import { toPlan } from '../../mappers/plan';
import { toPromotion } from '../../mappers/promotion';
import { publicUrl } from '../../mappers/publicUrl';
import { ServiceDeps } from '../ServiceDeps';
import { changeOf } from './changeOf';
import { whyMayNotDecide } from './needsMe';
import { whyNotAbort, whyNotRetry, whyNotWithdraw } from './whyNotAct';

export async function getPromotion(
  deps: ServiceDeps,
  row: PromotionRow,
  { owners, actor }: { owners: string[]; actor: Actor },
): Promise<PromotionDetail> {
  const { store } = deps;
  const { project, name } = row;
  const [steps, approvals, plan] = await Promise.all([
    store.steps(project, name),
    store.approvals(project, [name]),
    store.plan(project, name),
  ]);
  const whyNot =
    row.phase === 'Requested'
      ? whyMayNotDecide(row, { owners, actor })
      : 'This promotion waits for no decision.';
  const now = deps.clock.now();
  const facts = factsOf(row, { approvals, owners, now });
  const state = approvalState(facts);
  return {
    promotion: toPromotion(row, { approvals, owners, now }),
    steps: row.steps.map((template, index) =>
      toStep(
        { index, template },
        steps.find(each => each.index === index),
        deps,
      ),
    ),
    approvals: toApprovals(row, approvals, {
      state,
      caller: actor.ref,
      now: facts.now,
    }),
    plan: plan && toPlan(plan),
    mayDecide: whyNot === undefined,
    whyNot,
    whyNotWithdraw: whyNotWithdraw(row, approvals, actor.ref),
    whyNotAbort: whyNotAbort(row),
    whyNotRetry: whyNotRetry(row),
    reasonRequired: row.approvals.some(rule => rule.reasonRequired),
    ifApproved: whyNot
      ? undefined
      : approvalState({
          ...facts,
          approvals: [...approvals, approvalBy(row, actor, now)],
        }).sentence,
    change: isTerminal(row.phase)
      ? undefined
      : await changeOf(deps, { ...row, freight: row.freight.name }),
  };
}

/** The approval that this person could give now. */
function approvalBy(
  { project, name, digest = '' }: PromotionRow,
  { ref, ownership }: Actor,
  now: number,
): ApprovalRow {
  const at = new Date(now).toISOString();
  const given = { decision: 'approved' as const, at, version: 0 };
  return { project, promotion: name, actor: ref, ownership, digest, ...given };
}

function toStep(
  { index, template }: { index: number; template: PromotionRow['steps'][0] },
  row: StepRow | undefined,
  { commitUrl = () => undefined }: Pick<ServiceDeps, 'commitUrl'>,
): PromotionStep {
  const { as, uses } = template;
  const step = {
    index,
    alias: as,
    uses,
    if: template.if,
    config: template.config,
  };
  if (!row) return { ...step, status: 'Pending', attempt: 0 };
  const { status, attempt, startedAt, finishedAt, message, output } = row;
  const links = linksOf(row, commitUrl);
  return {
    ...step,
    status,
    attempt,
    startedAt,
    finishedAt,
    output,
    message: message === undefined ? undefined : publicUrl(message),
    links: links.length > 0 ? links : undefined,
  };
}
