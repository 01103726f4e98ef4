import { PromotionApproval } from '@stevedore/plugin-stevedore-common';
import {
  ApprovalRow,
  ApprovalState,
  barredFrom,
  expiryOf,
  hasExpired,
  peopleOf,
  PromotionRow,
} from '@stevedore/promotion-engine';

/** Decisions with whether they count, oldest first; one that does not says why. */
export function toApprovals(
  row: PromotionRow,
  approvals: ApprovalRow[],
  { state, caller, now }: { state: ApprovalState; caller: string; now: number },
): PromotionApproval[] {
  return approvals.map(approval => {
    const { actor, onBehalfOf, decision, reason, at, withdrawnAt } = approval;
    const whyNot = whyNotCounted(row, approval, { state, now });
    return {
      actor,
      onBehalfOf,
      decision,
      reason,
      at,
      withdrawnAt,
      expiresAt: decision === 'approved' ? expiresAt(row, approval) : undefined,
      counts: whyNot === undefined,
      whyNot,
      mine: actor === caller,
    };
  });
}

/** The first moment at which a rule does not count it any more. */
function expiresAt(
  { approvals: rules }: PromotionRow,
  approval: ApprovalRow,
): string | undefined {
  const all = rules.flatMap(rule => expiryOf(rule, approval) ?? []);
  return all.sort()[0];
}

function whyNotCounted(
  row: PromotionRow,
  approval: ApprovalRow,
  { state, now }: { state: ApprovalState; now: number },
): string | undefined {
  const { actor, decision, digest, withdrawnAt } = approval;
  if (withdrawnAt) return 'It was taken back.';
  if (digest !== row.digest)
    return 'It was given to an earlier plan; the plan has changed since.';
  if (decision === 'rejected') return undefined;
  const counted = [
    ...state.needs.flatMap(({ by }) => by),
    ...state.glass.flatMap(({ by, second = by }) => [by, second]),
  ];
  if (counted.includes(actor)) return undefined;
  if (decision === 'brokeGlass')
    return 'The policy does not let this person pass it in an emergency.';
  if (row.approvals.every(rule => hasExpired(rule, approval, now)))
    return 'It has expired; somebody has to approve again.';
  const people = peopleOf(approval);
  const bars = row.approvals.flatMap(
    rule => barredFrom(rule, people, row) ?? [],
  );
  if (bars.length === 0) return 'It fills no place that the policy asks for.';
  return people.includes(row.requester)
    ? 'The policy wants somebody else than who asked for it.'
    : 'The policy wants somebody else than who wrote it.';
}
