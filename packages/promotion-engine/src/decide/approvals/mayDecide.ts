import { couldSecond } from './brokenGlass';
import { isMeant, partyWords } from './parties';
import { ApprovalFacts, barredFrom, peopleOf, refsOf } from './voices';

/** A person, and what the person stands for. */
export interface Decider {
  actor: string;
  ownership: string[];
  /** Who is absent and delegated the decision; `ownership` is that person's then. */
  onBehalfOf?: string;
}

/** May this person's decision count at all for one of the rules? The sentence says why not. */
export function mayDecide(
  facts: ApprovalFacts,
  { actor, ownership, onBehalfOf }: Decider,
): string | undefined {
  const voice = onBehalfOf ?? actor;
  if (!isNamed(facts, { actor, ownership, onBehalfOf })) {
    const who =
      facts.rules.flatMap(rule => rule.needs.map(partyWords)).join(', ') ||
      'nobody';
    return `${voice} is not among those who decide here: ${who}`;
  }
  const people = peopleOf({ actor, onBehalfOf });
  return facts.rules
    .map(rule => barredFrom(rule, people, facts))
    .find(why => why !== undefined);
}

/** Whether a rule names the person, or could need him to agree to what was passed in an emergency. */
export function isNamed(
  facts: ApprovalFacts,
  { actor, ownership, onBehalfOf }: Decider,
): boolean {
  const refs = refsOf({ actor, ownership, onBehalfOf });
  return (
    facts.rules.some(({ needs }) =>
      needs.some(need => isMeant(need, refs, facts.owners)),
    ) || couldSecond(facts, peopleOf({ actor, onBehalfOf }), refs)
  );
}

/** May this person break the glass of one of the rules? The sentence says why not. */
export function mayBreakGlass(
  { rules, owners }: Pick<ApprovalFacts, 'rules' | 'owners'>,
  { actor, ownership }: Omit<Decider, 'onBehalfOf'>,
): string | undefined {
  const refs = new Set([actor, ...ownership]);
  const allowed = rules.flatMap(({ breakGlass }) => breakGlass?.by ?? []);
  if (allowed.length === 0)
    return 'the policy lets nobody pass this in an emergency';
  return allowed.some(by => isMeant(by, refs, owners))
    ? undefined
    : `${actor} is not among those who may pass this in an emergency: ${allowed
        .map(partyWords)
        .join(', ')}`;
}

/** Whether the rejection of this person quarantines the freight, as a rule says that names the person. */
export function rejectionQuarantines(
  { rules, owners }: Pick<ApprovalFacts, 'rules' | 'owners'>,
  { actor, ownership, onBehalfOf }: Decider,
): boolean {
  const refs = new Set([onBehalfOf ?? actor, ...ownership]);
  return rules.some(
    ({ rejection, needs }) =>
      rejection === 'quarantines' &&
      needs.some(need => isMeant(need, refs, owners)),
  );
}
