import { PromotionApproval } from '@stevedore/plugin-stevedore-common';
import {
  ApprovalRow,
  ApprovalState,
  PromotionRow,
} from '@stevedore/promotion-engine';

/** Decisions with whether they count, oldest first; one that does not says why. */
export function toApprovals(
  row: PromotionRow,
  approvals: ApprovalRow[],
  { state, caller }: { state: ApprovalState; caller: string },
): PromotionApproval[] {
  return approvals.map(approval => {
    const { actor, decision, reason, at, withdrawnAt } = approval;
    const whyNot = whyNotCounted(row, approval, state);
    return {
      actor,
      decision,
      reason,
      at,
      withdrawnAt,
      counts: whyNot === undefined,
      whyNot,
      mine: actor === caller,
    };
  });
}

function whyNotCounted(
  row: PromotionRow,
  { actor, decision, digest, withdrawnAt }: ApprovalRow,
  state: ApprovalState,
): string | undefined {
  if (withdrawnAt) return 'It was taken back.';
  if (digest !== row.digest)
    return 'It was given to an earlier plan; the plan has changed since.';
  if (decision === 'rejected') return undefined;
  if (state.needs.some(({ by }) => by.includes(actor))) return undefined;
  return actor === row.requester
    ? 'The policy wants somebody else than who asked for it.'
    : 'It fills no place that the policy asks for.';
}
