import {
  ApprovalRule,
  parseApprovalRule,
  parseRollbackApprovals,
} from '@stevedore/promotion-engine';
import { PolicyConfig } from './policyConfig';

/** What a policy wants for a promotion, or for a rollback: the same, unless it has a rule of its own for rollbacks. */
export function platformApprovals(
  {
    approvals,
    rollbackApprovals,
  }: Pick<PolicyConfig, 'approvals' | 'rollbackApprovals'>,
  rollback?: boolean,
): ApprovalRule[] {
  if (rollback && rollbackApprovals !== undefined)
    return parseRollbackApprovals(rollbackApprovals);
  return approvals === undefined ? [] : [parseApprovalRule(approvals)];
}
