import { PromotionRow, ReviewRow } from '../../model/rows';
import { ApprovalState } from '../approvalState';
import { isMeant, partyWords } from './parties';

/** The review that follows when a rule was passed with a broken glass; undefined when none was. */
export function reviewOf(
  promotion: Pick<PromotionRow, 'name' | 'stage' | 'freight'>,
  { glass }: Pick<ApprovalState, 'glass'>,
) {
  const broken = glass.filter(each => !each.waitsFor);
  if (broken.length === 0) return undefined;
  const people = broken.flatMap(({ by, second = by }) => [by, second]);
  const { name, stage, freight } = promotion;
  return {
    reason: broken[0].reason,
    data: {
      promotion: name,
      stage,
      freight: freight.name,
      by: [...new Set(people)],
      reviewers: broken.map(({ review }) => review),
    },
  };
}

/** May this person close it? The sentence says why not. */
export function whyNotReview(
  { reviewers, by, closed }: ReviewRow,
  person: { ref: string; ownership: string[] },
  owners: string[],
): string | undefined {
  if (closed) return `${closed.actor} has reviewed it already`;
  if (by.includes(person.ref))
    return `${person.ref} took part in it, and somebody else has to review it`;
  const refs = new Set([person.ref, ...person.ownership]);
  return reviewers.some(party => isMeant(party, refs, owners))
    ? undefined
    : `${person.ref} is not among those who review it: ${reviewers
        .map(partyWords)
        .join(', ')}`;
}
