import { ApprovalRule } from '../../model/definition';
import { DiffAuthors } from '../../model/promotion';
import { ApprovalRow, PromotionRow } from '../../model/rows';

export interface ApprovalFacts {
  rules: ApprovalRule[];
  approvals: ApprovalRow[];
  requester: string;
  digest?: string;
  /** Entity refs that own the component, for an `owner` that does not say who. */
  owners: string[];
  /** Who wrote what would come; absent: no rule asks. */
  authors?: DiffAuthors;
  /** Epoch milliseconds. */
  now: number;
}

/** Who takes part in a decision: who gave it, and who delegated it. */
export function peopleOf({
  actor,
  onBehalfOf,
}: Pick<ApprovalRow, 'actor' | 'onBehalfOf'>): string[] {
  return onBehalfOf === undefined ? [actor] : [actor, onBehalfOf];
}

/** What a decision speaks for. */
export function refsOf({
  actor,
  onBehalfOf,
  ownership,
}: Pick<ApprovalRow, 'actor' | 'onBehalfOf' | 'ownership'>): Set<string> {
  return new Set([onBehalfOf ?? actor, ...ownership]);
}

/** Decisions about the plan as it is now that were not taken back. */
export function validDecisions({
  approvals,
  digest,
}: ApprovalFacts): ApprovalRow[] {
  return approvals.filter(row => !row.withdrawnAt && row.digest === digest);
}

/** @returns ISO 8601, when this approval counts no more for the rule; undefined when it stays good. */
export function expiryOf(
  rule: Pick<ApprovalRule, 'expiresMs'>,
  row: Pick<ApprovalRow, 'at'>,
): string | undefined {
  return rule.expiresMs === undefined
    ? undefined
    : new Date(Date.parse(row.at) + rule.expiresMs).toISOString();
}

export function hasExpired(
  rule: Pick<ApprovalRule, 'expiresMs'>,
  row: Pick<ApprovalRow, 'at'>,
  now: number,
): boolean {
  const expiry = expiryOf(rule, row);
  return expiry !== undefined && Date.parse(expiry) <= now;
}

/** Why nobody of these people may decide under a rule, in words for people; undefined when they may. */
export function barredFrom(
  rule: ApprovalRule,
  people: string[],
  facts: Pick<ApprovalFacts, 'requester' | 'authors'>,
): string | undefined {
  const delegated = people.length > 1;
  if (people.includes(facts.requester) && (rule.excludeRequester || delegated))
    return `${facts.requester} requested this promotion, and the policy wants somebody else to approve it`;
  const author = people.find(each => facts.authors?.users.includes(each));
  return rule.excludeAuthors && author !== undefined
    ? `${author} wrote a commit that it brings, and the policy wants somebody else to approve it`
    : undefined;
}

/** The approvals that may fill places of a rule, oldest first, each person in one of them only. */
export function voicesOf(
  rule: ApprovalRule,
  facts: ApprovalFacts,
): ApprovalRow[] {
  const heard = new Set<string>();
  return validDecisions(facts)
    .filter(row => row.decision === 'approved')
    .filter(row => !hasExpired(rule, row, facts.now))
    .filter(row => barredFrom(rule, peopleOf(row), facts) === undefined)
    .sort((a, b) => order(a.at, b.at) || order(a.actor, b.actor))
    .filter(row => {
      const people = peopleOf(row);
      if (people.some(each => heard.has(each))) return false;
      people.forEach(each => heard.add(each));
      return true;
    });
}

function order(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

/** What a promotion's approvals are judged by; one that has ended is judged by the moment it began. */
export function factsOf(
  row: PromotionRow,
  known: { approvals: ApprovalRow[]; owners: string[]; now: number },
): ApprovalFacts {
  const { approvals: rules, requester, digest, authors } = row;
  const approvals = known.approvals.filter(each => each.promotion === row.name);
  const ended = row.finishedAt && (row.startedAt ?? row.finishedAt);
  const now = ended ? Date.parse(ended) : known.now;
  const { owners } = known;
  return { rules, approvals, requester, digest, authors, owners, now };
}
