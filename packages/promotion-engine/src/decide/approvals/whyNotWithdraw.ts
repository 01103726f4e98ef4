import { ApprovalRow, PromotionRow } from '../../model/rows';

/** Why this person has nothing to take back; undefined when there is something. */
export function whyNotWithdraw(
  { phase }: Pick<PromotionRow, 'phase'>,
  approvals: ApprovalRow[],
  actor: string,
): string | undefined {
  const mine = approvals.find(each => each.actor === actor);
  if (!mine || mine.withdrawnAt || mine.decision === 'rejected')
    return `${actor} has not approved this promotion`;
  return phase === 'Requested' || phase === 'Pending'
    ? undefined
    : `it is ${phase} already; abort it instead`;
}
