import { ApprovalParty, ApprovalRule } from '../../model/definition';

/** What the catalog says about a component, as far as approval policies ask. */
export interface Parties {
  /** Entity refs that own the component. */
  owners: string[];
  /** Entity refs that own the systems it is part of. */
  systemOwners: string[];
  /** Entity refs by type of relation, e.g. `securityTeam`. */
  relations: Record<string, string[]>;
}

const RELATION = 'relation:';

/** Gives the words of rules the meaning that they have now, so that a request is judged by whom it was put to. */
export function withParties(
  rules: ApprovalRule[],
  parties: Parties,
): ApprovalRule[] {
  const meant = <P extends ApprovalParty>(party: P): P => {
    const stands = standsFor(party.from, parties);
    return stands ? { ...party, stands } : party;
  };
  return rules.map(rule => ({
    ...rule,
    needs: rule.needs.map(meant),
    ...(rule.breakGlass && { breakGlass: glassOf(rule.breakGlass, meant) }),
  }));
}

function glassOf(
  { by, second, review }: NonNullable<ApprovalRule['breakGlass']>,
  meant: (party: ApprovalParty) => ApprovalParty,
): NonNullable<ApprovalRule['breakGlass']> {
  return {
    by: meant(by),
    ...(second && { second: meant(second) }),
    review: meant(review),
  };
}

function standsFor(from: string, parties: Parties): string[] | undefined {
  if (from === 'owner') return parties.owners;
  if (from === 'system-owner') return parties.systemOwners;
  if (!from.startsWith(RELATION)) return undefined;
  const type = from.slice(RELATION.length);
  return Object.hasOwn(parties.relations, type) ? parties.relations[type] : [];
}

/** Entity refs that a party means. */
export function membersOf(
  { from, stands }: ApprovalParty,
  owners: string[],
): string[] {
  if (stands) return stands;
  return from === 'owner' ? owners : [from];
}

/** Whether one of these refs (a person, and what the person stands for) is meant. */
export function isMeant(
  party: ApprovalParty,
  refs: ReadonlySet<string>,
  owners: string[],
): boolean {
  return membersOf(party, owners).some(ref => refs.has(ref));
}

/** For people: `owner`, `the owner of its system`, `group:default/a`. */
export function partyWords({ from, stands }: ApprovalParty): string {
  const words = wordsOf(from);
  return stands?.length === 0 ? `${words} (the catalog names nobody)` : words;
}

function wordsOf(from: string): string {
  if (from === 'system-owner') return 'the owner of its system';
  return from.startsWith(RELATION)
    ? `${from.slice(RELATION.length)} of the component`
    : from;
}
