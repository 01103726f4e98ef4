import { ApprovalRule } from '../model/definition';
import { GateReport } from '../model/gate';
import { Freight } from '../model/freight';

/** What the button will do, in the reader's words. */
export function actionSentence(
  stage: string,
  facts: { freight: Freight; approvals: ApprovalRule[]; gates: GateReport },
): string {
  const version = facts.freight.images[0]?.tag ?? facts.freight.alias;
  if (facts.gates.first)
    return `${version} cannot enter ${stage} now: ${facts.gates.first.sentence}`;
  const needs = facts.approvals.flatMap(rule =>
    rule.needs.map(need => `${need.count} of ${need.from}`),
  );
  return needs.length > 0
    ? `Request approval of ${version} for ${stage} (needs ${needs.join(
        ' and ',
      )})`
    : `Promote ${version} to ${stage}`;
}
