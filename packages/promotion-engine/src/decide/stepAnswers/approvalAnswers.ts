import { StepAnswer, StepAsk } from '../../model/stepAsk';
import { responderWords } from './responders';

/** Where the approvals of a step stand. */
export type ApprovalAnswers =
  | { status: 'approved' }
  | { status: 'rejected'; message: string }
  | { status: 'waiting'; message: string };

/**
 * Different people have to approve, at least so many, and among them one for each rule that is required. Whoever
 * rejects ends it (Kargo: wait-for-approval).
 */
export function approvalAnswers(
  { minApprovals = 1, responders = [] }: StepAsk,
  answers: StepAnswer[],
): ApprovalAnswers {
  const rejected = answers.find(({ action }) => action === 'reject');
  if (rejected) {
    const { actor, message } = rejected;
    const why = message ? `: ${message}` : '';
    return { status: 'rejected', message: `rejected by ${actor}${why}` };
  }
  const approvals = answers.filter(({ action }) => action === 'approve');
  const people = new Set(approvals.map(({ actor }) => actor)).size;
  const missing = responders.filter(
    ({ required }, index) =>
      required && !approvals.some(({ matches }) => matches.includes(index)),
  );
  if (people >= minApprovals && missing.length === 0)
    return { status: 'approved' };
  const from = missing.map(responderWords).join(' and ');
  const also = from ? `, and ${from} has to` : '';
  const message = `waits for approval: ${people} of ${minApprovals} people have approved${also}`;
  return { status: 'waiting', message };
}
