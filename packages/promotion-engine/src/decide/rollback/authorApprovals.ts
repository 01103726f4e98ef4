import { ApprovalRule, Stage } from '../../model/definition';

/** What the author of a stage wants for a promotion, or for a rollback: the same, unless the stage says otherwise. */
export function authorApprovals(
  stage: Pick<Stage, 'approvals' | 'rollbackApprovals'>,
  rollback?: boolean,
): ApprovalRule[] {
  return (rollback ? stage.rollbackApprovals : undefined) ?? stage.approvals;
}
