import { ApprovalFacts, factsOf } from '../../decide/approvalState';
import { PromotionRow } from '../../model/rows';
import { EngineContext } from '../context';
import { RequestError } from '../engine';

/** What the approvals of a promotion are judged by now. */
export async function approvalFacts(
  engine: EngineContext,
  promotion: PromotionRow,
): Promise<ApprovalFacts> {
  const { project, name } = promotion;
  const [approvals, owners] = await Promise.all([
    engine.store.approvals(project, [name]),
    engine.policies.owners(project),
  ]);
  return factsOf(promotion, { approvals, owners, now: engine.clock.now() });
}

/** @throws RequestError when there is none */
export async function promotionOf(
  engine: EngineContext,
  at: { project: string; promotion: string },
): Promise<PromotionRow> {
  const row = await engine.store.promotion(at.project, at.promotion);
  if (row) return row;
  throw new RequestError(
    'notFound',
    `there is no promotion ${at.promotion} in ${at.project}`,
  );
}

/** @throws RequestError when nobody decides about this plan of it now */
export function requireWaiting(
  { phase, digest }: PromotionRow,
  seen: string,
): void {
  if (phase !== 'Requested')
    throw new RequestError(
      'conflict',
      `it does not wait for approval: it is ${phase}`,
    );
  if (seen !== digest)
    throw new RequestError(
      'conflict',
      'the plan changed since you saw it: review it again',
    );
}
