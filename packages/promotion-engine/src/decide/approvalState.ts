import { ApprovalRule } from '../model/definition';
import { brokenGlass, BrokenGlass } from './approvals/brokenGlass';
import { partyWords } from './approvals/parties';
import { Seats, seats } from './approvals/seats';
import { ApprovalFacts, validDecisions, voicesOf } from './approvals/voices';

export * from './approvals/delegations';
export * from './approvals/mayDecide';
export * from './approvals/parties';
export {
  barredFrom,
  expiryOf,
  factsOf,
  hasExpired,
  peopleOf,
} from './approvals/voices';
export type { ApprovalFacts } from './approvals/voices';
export type { BrokenGlass } from './approvals/brokenGlass';

export interface ApprovalState {
  met: boolean;
  rejectedBy?: string;
  /** Why nobody can tell whether they are met: who wrote the commits is not known. */
  unknown?: string;
  /** Each need with the people counted for it. */
  needs: Seats[];
  /** Rules whose glass was broken for the plan as it is now. */
  glass: BrokenGlass[];
  sentence: string;
}

interface RuleState {
  needs: Seats[];
  missing: Seats[];
  glass?: BrokenGlass;
  unknown?: string;
  met: boolean;
}

/**
 * An approval counts only for the digest it was given to, from a person the policy names, who is not the
 * requester where the policy forbids it (invariant 4). One person fills one place of a rule, also by a delegate.
 * Every rule must be met by approvals, or passed by somebody whom that rule lets break its glass.
 */
export function approvalState(facts: ApprovalFacts): ApprovalState {
  const rejectedBy = validDecisions(facts).find(
    row => row.decision === 'rejected',
  )?.actor;
  const rules = facts.rules.map(rule => ruleState(rule, facts));
  const open = rules.filter(rule => !rule.met);
  const met = open.length === 0 && !rejectedBy;
  const unknown = open.find(rule => rule.unknown)?.unknown;
  const glass = rules.flatMap(rule => rule.glass ?? []);
  return {
    met,
    rejectedBy,
    unknown,
    needs: rules.flatMap(rule => rule.needs),
    glass,
    sentence: rejectedBy ? `rejected by ${rejectedBy}` : sentenceOf(rules),
  };
}

function ruleState(rule: ApprovalRule, facts: ApprovalFacts): RuleState {
  const needs = seats(rule.needs, voicesOf(rule, facts), facts.owners);
  const missing = needs.filter(({ need, by }) => by.length < need.count);
  const glass = brokenGlass(rule, facts);
  const unread = rule.excludeAuthors ? facts.authors?.unread ?? [] : [];
  const unknown = unread.length > 0 ? unread.join('; ') : undefined;
  const passed = glass !== undefined && !glass.waitsFor;
  const met = passed || (missing.length === 0 && unknown === undefined);
  return { needs, missing, glass, unknown, met };
}

function sentenceOf(rules: RuleState[]): string {
  const open = rules.filter(rule => !rule.met);
  if (open.length > 0) return open.map(openSentence).join('; ');
  const broken = rules.flatMap(rule => rule.glass ?? []);
  if (broken.length === 0) return 'approved';
  const [{ by, second }] = broken;
  return `${by} broke the glass${second ? `, and ${second} agreed` : ''}`;
}

function openSentence({ glass, missing, unknown }: RuleState): string {
  if (glass?.waitsFor)
    return `${glass.by} broke the glass; waits for ${partyWords(
      glass.waitsFor,
    )} to agree`;
  if (missing.length === 0)
    return `waits, because nobody knows who wrote it: ${unknown}`;
  // counts what is given, as every place that counts approvals does
  const parts = missing.map(
    ({ need, by }) => `${by.length} of ${need.count} from ${partyWords(need)}`,
  );
  return `waits for approval: ${parts.join(' and ')}`;
}
