import {
  ApprovalState,
  approvalState,
  factsOf,
} from '../../../decide/approvalState';
import { Gate } from '../../../decide/evaluateGates';

/** The people that the policy names have approved what would be written (invariant 4). Counts once there is a request. */
export const approvalsGate: Gate = {
  id: 'approvals',
  moments: ['start', 'effect'],
  evaluate({ stage, promotion, approvals, owners }, now) {
    const rules = promotion?.approvals ?? stage.approvals;
    if (rules.length === 0)
      return {
        status: 'pass',
        sentence: 'needs no approval',
        evidence: {},
        clearedBy: [],
      };
    const state = approvalState(
      promotion
        ? factsOf(promotion, { approvals, owners, now })
        : { rules, approvals: [], requester: '', owners, now },
    );
    const { needs, glass, unknown } = state;
    return {
      status: statusOf(state),
      sentence: state.sentence,
      evidence: { needs, ...(glass.length > 0 && { glass }), unknown },
      clearedBy: state.met ? [] : whoClears(state),
    };
  },
};

function statusOf(
  state: ApprovalState,
): 'pass' | 'blocked' | 'waiting' | 'unknown' {
  if (state.met) return 'pass';
  if (state.rejectedBy) return 'blocked';
  return state.unknown ? 'unknown' : 'waiting';
}

function whoClears({ needs, glass }: ApprovalState): string[] {
  const seconds = glass.flatMap(({ waitsFor }) => waitsFor?.from ?? []);
  const missing = needs.filter(({ need, by }) => by.length < need.count);
  return [...seconds, ...missing.map(({ need }) => need.from)];
}
