import {
  PromotionDetail,
  PromotionStep,
} from '@stevedore/plugin-stevedore-common';
import { Actor, PromotionRow, StepRow } from '@stevedore/promotion-engine';
import { toPlan } from '../../mappers/plan';
import { toPromotion } from '../../mappers/promotion';
import { publicUrl } from '../../mappers/publicUrl';
import { ServiceDeps } from '../ServiceDeps';
import { whyMayNotDecide } from './needsMe';

export async function getPromotion(
  { store }: ServiceDeps,
  row: PromotionRow,
  { owners, actor }: { owners: string[]; actor: Actor },
): Promise<PromotionDetail> {
  const { project, name } = row;
  const [steps, approvals, plan] = await Promise.all([
    store.steps(project, name),
    store.approvals(project, [name]),
    store.plan(project, name),
  ]);
  const whyNot =
    row.phase === 'Requested'
      ? whyMayNotDecide(row, { owners, actor })
      : 'this promotion waits for no decision';
  return {
    promotion: toPromotion(row, { approvals, owners }),
    steps: row.steps.map((template, index) =>
      toStep(
        { index, ...template },
        steps.find(each => each.index === index),
      ),
    ),
    approvals: approvals.map(
      ({ actor: by, decision, reason, at, withdrawnAt, digest }) => ({
        actor: by,
        decision,
        reason,
        at,
        withdrawnAt,
        counts: !withdrawnAt && digest === row.digest,
      }),
    ),
    plan: plan && toPlan(plan),
    mayDecide: whyNot === undefined,
    whyNot,
  };
}

function toStep(
  { index, as, uses }: { index: number; as: string; uses: string },
  row?: StepRow,
): PromotionStep {
  if (!row) return { index, alias: as, uses, status: 'Pending', attempt: 0 };
  const { status, attempt, startedAt, finishedAt, message, output } = row;
  return {
    index,
    alias: row.alias,
    uses: row.uses,
    status,
    attempt,
    startedAt,
    finishedAt,
    output,
    message: message === undefined ? undefined : publicUrl(message),
  };
}
