import { DelegationRow } from '../../model/rows';
import { Decider, isNamed, mayDecide } from './mayDecide';
import { ApprovalFacts } from './voices';

/** Whether it counts now; it is not passed on: a delegate of a delegate decides nothing. */
export function isInForce(
  { from, until, endedAt }: DelegationRow,
  now: number,
): boolean {
  return (
    endedAt === undefined && Date.parse(from) <= now && now < Date.parse(until)
  );
}

/** Somebody who decides, and what was delegated to him. */
export interface DecidingPerson {
  actor: string;
  ownership: string[];
  /** Delegations to him, with what their givers stand for now; those that are not in force count for nothing. */
  delegations: DelegationRow[];
}

/**
 * In whose name a person decides: his own where the policy names him, otherwise that of the first who delegated it to
 * him and whom the policy names. `onBehalfOf` chooses.
 * @returns a sentence that says why nothing of it would count, in the end
 */
export function voiceOf(
  facts: ApprovalFacts,
  person: DecidingPerson,
  onBehalfOf?: string,
): Decider | { whyNot: string } {
  const { actor, ownership } = person;
  const own = { actor, ownership };
  const delegated = person.delegations
    .filter(each => each.delegate === actor && isInForce(each, facts.now))
    .map(each => ({
      actor,
      ownership: each.ownership,
      onBehalfOf: each.delegator,
    }));
  const voices: Decider[] = onBehalfOf
    ? delegated.filter(each => each.onBehalfOf === onBehalfOf)
    : [own, ...delegated];
  if (voices.length === 0)
    return {
      whyNot: `${onBehalfOf} has not delegated decisions to ${actor} for now`,
    };
  const answers = voices.map(voice => ({
    voice,
    whyNot: mayDecide(facts, voice),
  }));
  const good = answers.find(({ whyNot }) => whyNot === undefined);
  if (good) return good.voice;
  // who is named by a delegation only learns why that does not help
  const named = answers.find(({ voice }) => isNamed(facts, voice));
  return { whyNot: (named ?? answers[0]).whyNot! };
}
