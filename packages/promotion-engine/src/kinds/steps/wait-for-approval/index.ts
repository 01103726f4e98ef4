import { approvalAnswers } from '../../../decide/stepAnswers';
import { parseDuration } from '../../../model/duration';
import { failed } from '../../../model/outcome';
import { StepAnswer, StepAsk } from '../../../model/stepAsk';
import { defineStep } from '../../../registry/step';
import { respondersFault } from '../_shared/responders';
import { waitForApprovalExamples } from './examples';
import { WaitForApprovalConfig, waitForApprovalSchema } from './schema';

/** Kargo's `wait-for-approval`: the running promotion stops until enough people approve, or one rejects. */
export const waitForApprovalStep = defineStep<WaitForApprovalConfig, 'people'>({
  id: 'wait-for-approval',
  effect: 'none',
  schema: waitForApprovalSchema,
  capabilities: ['people'],
  examples: waitForApprovalExamples,
  async run({ people }, { approvers = [], minApprovals = 1, pollInterval }) {
    const fault = respondersFault(approvers);
    if (fault) return fault;
    const ask: StepAsk = {
      kind: 'approval',
      minApprovals,
      ...(approvers.length > 0 && { responders: approvers }),
    };
    const answers = await people.answers();
    const state = approvalAnswers(ask, answers);
    const output = { responses: answers.map(responseOf) };
    if (state.status === 'rejected')
      return { ...failed(state.message), output };
    if (state.status === 'waiting')
      return {
        status: 'waiting',
        message: state.message,
        retryAfterMs: parseDuration(pollInterval ?? ''),
        ask,
      };
    const by = answers.map(({ actor }) => actor).join(', ');
    return { status: 'succeeded', message: `approved by ${by}`, output };
  },
});

const responseOf = ({ actor, action, at, message }: StepAnswer) => ({
  user: actor,
  action,
  time: at,
  ...(message && { message }),
});
