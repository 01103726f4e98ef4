import { freightLabel } from '../decide/freightLabel';
import { ApprovalRule } from '../model/definition';
import { GateReport } from '../model/gate';
import { Freight } from '../model/freight';

/** What the button will do, in the reader's words. */
export function actionSentence(
  stage: string,
  facts: {
    freight: Freight;
    approvals: ApprovalRule[];
    gates: GateReport;
    /** It takes the stage back. */
    rollback?: boolean;
  },
): string {
  const version = freightLabel(facts.freight);
  if (facts.gates.first && facts.rollback)
    return `${stage} cannot go back to ${version} now: ${facts.gates.first.sentence}`;
  if (facts.gates.first)
    return `${version} cannot enter ${stage} now: ${facts.gates.first.sentence}`;
  const needs = facts.approvals.flatMap(rule =>
    rule.needs.map(need => `${need.count} of ${need.from}`),
  );
  if (facts.rollback)
    return needs.length > 0
      ? `Request approval to roll ${stage} back to ${version} (needs ${needs.join(
          ' and ',
        )})`
      : `Roll ${stage} back to ${version}`;
  return needs.length > 0
    ? `Request approval of ${version} for ${stage} (needs ${needs.join(
        ' and ',
      )})`
    : `Promote ${version} to ${stage}`;
}
