import { LedgerEntry } from '../../../model/ledger';
import { PromotionRequest } from '../../../model/promotion';
import { CAST, NEEDS } from './cast';

/** Why the decisions so far do not let a promotion into prod; groups are the catalog's, whatever the entry claims. */
export function whyNotApproved(
  decisions: LedgerEntry[],
  {
    request,
    requester,
    digest,
  }: { request: PromotionRequest; requester: string; digest?: string },
): string | undefined {
  const last = new Map<string, LedgerEntry>();
  for (const entry of decisions) {
    const { promotion } = entry.data as { promotion: string };
    if (promotion === request.name) last.set(entry.actor, entry);
  }
  const valid = [...last.values()].filter(
    ({ data }) => (data as { digest?: string }).digest === digest,
  );
  if (valid.some(entry => entry.verb === 'approval.rejected'))
    return 'somebody rejected it';
  const people = valid
    .filter(entry => entry.verb === 'approval.given')
    .map(entry => entry.actor)
    .filter(actor => actor !== requester);
  const needs = request.rollback ? NEEDS.rollback : NEEDS.promotion;
  return seats(needs, people)
    ? undefined
    : `it needs ${needs.join(' and ')}, and has ${people.join(', ') || 'none'}`;
}

/** Whether each place can have a person of its own. */
function seats([group, ...rest]: string[], people: string[]): boolean {
  if (group === undefined) return true;
  return people.some(
    person =>
      CAST[person]?.includes(group) &&
      seats(
        rest,
        people.filter(other => other !== person),
      ),
  );
}
