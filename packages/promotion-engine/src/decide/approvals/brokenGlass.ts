import { ApprovalParty, ApprovalRule } from '../../model/definition';
import { ApprovalRow } from '../../model/rows';
import { isMeant } from './parties';
import {
  ApprovalFacts,
  barredFrom,
  peopleOf,
  refsOf,
  validDecisions,
  voicesOf,
} from './voices';

/** A rule that somebody passes in an emergency. */
export interface BrokenGlass {
  by: string;
  reason: string;
  /** Who agreed. */
  second?: string;
  /** Somebody of these has to agree still. */
  waitsFor?: ApprovalParty;
  review: ApprovalParty;
}

/** Whether somebody whom the rule lets do so broke its glass for the plan as it is now, and who agreed. */
export function brokenGlass(
  rule: ApprovalRule,
  facts: ApprovalFacts,
): BrokenGlass | undefined {
  const { breakGlass } = rule;
  const row = breakGlass && glassRow(breakGlass.by, facts);
  if (!row) return undefined;
  const { actor: by, reason = '' } = row;
  const { second, review } = breakGlass;
  if (!second) return { by, reason, review };
  const agreed = voicesOf(rule, facts).find(
    each =>
      maySecond(peopleOf(each), by, facts) &&
      isMeant(second, refsOf(each), facts.owners),
  );
  return agreed
    ? { by, reason, second: agreed.actor, review }
    : { by, reason, waitsFor: second, review };
}

/** Nobody breaks the glass for somebody else, and not without a reason. */
function glassRow(
  by: ApprovalParty,
  facts: ApprovalFacts,
): ApprovalRow | undefined {
  return validDecisions(facts).find(
    row =>
      row.decision === 'brokeGlass' &&
      row.onBehalfOf === undefined &&
      Boolean(row.reason?.trim()) &&
      isMeant(by, refsOf(row), facts.owners),
  );
}

/** The second person is neither who broke it nor who asked for the promotion. */
function maySecond(
  people: string[],
  breaker: string,
  { requester }: ApprovalFacts,
): boolean {
  return !people.includes(breaker) && !people.includes(requester);
}

/** Whether these people could be the second person that a broken glass waits for. */
export function couldSecond(
  facts: ApprovalFacts,
  people: string[],
  refs: ReadonlySet<string>,
): boolean {
  return facts.rules.some(rule => {
    const glass = brokenGlass(rule, facts);
    return (
      glass?.waitsFor !== undefined &&
      maySecond(people, glass.by, facts) &&
      barredFrom(rule, people, facts) === undefined &&
      isMeant(glass.waitsFor, refs, facts.owners)
    );
  });
}
