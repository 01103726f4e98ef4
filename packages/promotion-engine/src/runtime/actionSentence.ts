import { freightLabel } from '../decide/freightLabel';
import { ApprovalRule } from '../model/definition';
import { GateReport } from '../model/gate';
import { Freight } from '../model/freight';

interface ActionFacts {
  freight: Freight;
  approvals: ApprovalRule[];
  gates: GateReport;
  /** What it would wait for in the queue, see `queuedUntil`. */
  queues?: string;
  /** It takes the stage back. */
  rollback?: boolean;
}

/** What the button will do, in the reader's words. */
export function actionSentence(stage: string, facts: ActionFacts): string {
  const { approvals, gates, queues, rollback } = facts;
  const version = freightLabel(facts.freight);
  if (gates.first) {
    const cannot = rollback
      ? `${stage} cannot go back to ${version} now`
      : `${version} cannot enter ${stage} now`;
    return `${cannot}: ${gates.first.sentence}`;
  }
  const needs = approvals.flatMap(rule =>
    rule.needs.map(need => `${need.count} of ${need.from}`),
  );
  if (needs.length === 0) return directly(stage, version, facts);
  const asked = rollback
    ? `to roll ${stage} back to ${version}`
    : `of ${version} for ${stage}`;
  const then = queues ? `; it then waits ${queues}` : '';
  return `Request approval ${asked} (needs ${needs.join(' and ')})${then}`;
}

function directly(
  stage: string,
  version: string,
  { queues, rollback }: ActionFacts,
): string {
  if (rollback)
    return queues
      ? `Queue the rollback of ${stage} to ${version} ${queues}`
      : `Roll ${stage} back to ${version}`;
  return queues
    ? `Queue ${version} for ${stage} ${queues}`
    : `Promote ${version} to ${stage}`;
}
