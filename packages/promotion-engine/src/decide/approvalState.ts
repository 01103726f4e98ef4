import { ApprovalNeed, ApprovalRule } from '../model/definition';
import { ApprovalRow } from '../model/rows';

export interface ApprovalFacts {
  rules: ApprovalRule[];
  approvals: ApprovalRow[];
  requester: string;
  digest?: string;
  /** Entity refs that own the component. */
  owners: string[];
}

export interface ApprovalState {
  met: boolean;
  rejectedBy?: string;
  /** Each need with the people counted for it. */
  needs: { need: ApprovalNeed; by: string[] }[];
  sentence: string;
}

/**
 * An approval counts only for the digest it was given to, from a person the policy names, who is not the
 * requester where the policy forbids it (invariant 4). One person fills one place of a rule.
 */
export function approvalState(facts: ApprovalFacts): ApprovalState {
  const valid = facts.approvals.filter(
    row => !row.withdrawnAt && row.digest === facts.digest,
  );
  const rejectedBy = valid.find(row => row.decision === 'rejected')?.actor;
  const needs = facts.rules.flatMap(rule => {
    const people = valid.filter(
      row =>
        row.decision === 'approved' &&
        !(rule.excludeRequester && row.actor === facts.requester),
    );
    return assign(rule.needs, people, facts.owners);
  });
  const missing = needs.filter(({ need, by }) => by.length < need.count);
  const met = missing.length === 0 && !rejectedBy;
  return { met, rejectedBy, needs, sentence: sentenceOf(missing, rejectedBy) };
}

/** May this person's decision count at all for one of the rules? The sentence says why not. */
export function mayDecide(
  facts: ApprovalFacts,
  person: { actor: string; ownership: string[] },
): string | undefined {
  const named = facts.rules.some(rule =>
    rule.needs.some(need => matches(need, person, facts.owners)),
  );
  if (!named) {
    const who =
      facts.rules
        .flatMap(rule => rule.needs.map(need => need.from))
        .join(', ') || 'nobody';
    return `${person.actor} is not among those who decide here: ${who}`;
  }
  const barred =
    facts.rules.some(rule => rule.excludeRequester) &&
    person.actor === facts.requester;
  return barred
    ? `${person.actor} requested this promotion, and the policy wants somebody else to approve it`
    : undefined;
}

function matches(
  need: ApprovalNeed,
  person: { actor: string; ownership: string[] },
  owners: string[],
): boolean {
  const stands = new Set([person.actor, ...person.ownership]);
  return need.from === 'owner'
    ? owners.some(owner => stands.has(owner))
    : stands.has(need.from);
}

/** Bipartite matching by augmenting paths: places of the rule on one side, people on the other. */
function assign(
  needs: ApprovalNeed[],
  people: ApprovalRow[],
  owners: string[],
): { need: ApprovalNeed; by: string[] }[] {
  const places = needs.flatMap((need, index) =>
    Array.from({ length: need.count }, () => ({ need, index })),
  );
  const holder = new Map<number, number>();
  const seat = (person: number, seen: Set<number>): boolean =>
    places.some((place, p) => {
      if (seen.has(p) || !matches(place.need, people[person], owners))
        return false;
      seen.add(p);
      const sitting = holder.get(p);
      if (sitting !== undefined && !seat(sitting, seen)) return false;
      holder.set(p, person);
      return true;
    });
  people.forEach((_, person) => seat(person, new Set()));
  return needs.map((need, index) => ({
    need,
    by: [...holder]
      .filter(([p]) => places[p].index === index)
      .map(([, person]) => people[person].actor),
  }));
}

function sentenceOf(
  missing: { need: ApprovalNeed; by: string[] }[],
  rejectedBy?: string,
): string {
  if (rejectedBy) return `rejected by ${rejectedBy}`;
  if (missing.length === 0) return 'approved';
  const parts = missing.map(
    ({ need, by }) =>
      `${need.count - by.length} of ${need.count} approvals from ${need.from}`,
  );
  return `waits for ${parts.join(' and ')}`;
}
