import { ApprovalState, approvalState } from '../../../decide/approvalState';
import { Gate } from '../../../decide/evaluateGates';

/** The people that the policy names have approved what would be written (invariant 4). Counts once there is a request. */
export const approvalsGate: Gate = {
  id: 'approvals',
  moments: ['start', 'effect'],
  evaluate({ stage, promotion, approvals, owners }) {
    const rules = promotion?.approvals ?? stage.approvals;
    if (rules.length === 0)
      return {
        status: 'pass',
        sentence: 'needs no approval',
        evidence: {},
        clearedBy: [],
      };
    const state = approvalState({
      rules,
      approvals: approvals.filter(row => row.promotion === promotion?.name),
      requester: promotion?.requester ?? '',
      digest: promotion?.digest,
      owners,
    });
    return {
      status: statusOf(state),
      sentence: state.sentence,
      evidence: { needs: state.needs },
      clearedBy: state.met
        ? []
        : rules.flatMap(rule => rule.needs.map(need => need.from)),
    };
  },
};

function statusOf(state: ApprovalState): 'pass' | 'blocked' | 'waiting' {
  if (state.met) return 'pass';
  return state.rejectedBy ? 'blocked' : 'waiting';
}
