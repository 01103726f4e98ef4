import { factsOf, mayDecide } from '../decide/approvalState';
import { PromotionRow } from '../model/rows';
import { EngineContext } from './context';
import { PromotionDecision, RequestError } from './engine';

/** @throws RequestError when this decision of this person does not count (invariant 4) */
export async function requireDecision(
  engine: EngineContext,
  promotion: PromotionRow,
  input: PromotionDecision,
): Promise<void> {
  const { approvals: rules, digest } = promotion;
  const owners = await engine.policies.owners(input.project);
  const approvals = await engine.store.approvals(input.project, [
    promotion.name,
  ]);
  const why = mayDecide(
    factsOf(promotion, { approvals, owners, now: engine.clock.now() }),
    { actor: input.actor.ref, ownership: input.actor.ownership },
  );
  if (why) throw new RequestError('refused', why);
  if (promotion.phase !== 'Requested')
    throw new RequestError(
      'conflict',
      `it does not wait for approval: it is ${promotion.phase}`,
    );
  if (input.digest !== digest)
    throw new RequestError(
      'conflict',
      'the plan changed since you saw it: review it again',
    );
  if (rules.some(rule => rule.reasonRequired) && !input.reason)
    throw new RequestError('invalid', 'the policy asks for a reason');
}
