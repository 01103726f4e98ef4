import {
  PromotionApproval,
  PromotionDetail,
  PromotionNeed,
} from '@stevedore/plugin-stevedore-common';
import { Badge } from '../words/badge';
import { personName } from '../words/names';
import { asSentence } from '../words/plainRefs';

export interface NeedLine {
  badge: Badge;
  /** `release-managers: 1 of 2, ravi`. */
  sentence: string;
}

export interface DecisionLine {
  actor: string;
  badge: Badge;
  at: string;
  reason?: string;
  /** Why it does not count. */
  whyNot?: string;
  mine: boolean;
}

/** What the policy asks for, place by place. */
export function needLines(needs: readonly PromotionNeed[] = []): NeedLine[] {
  return needs.map(({ count, from, by }) => {
    const met = by.length >= count;
    const who = from === 'owner' ? 'owners of the component' : personName(from);
    const people = by.map(personName).join(', ');
    return {
      badge: met
        ? { shape: 'check', tone: 'good', word: 'given' }
        : { shape: 'half', tone: 'attention', word: 'missing' },
      sentence: `${by.length} of ${count} from ${who}${
        people ? `: ${people}` : ''
      }`,
    };
  });
}

/** Who decided what, newest last, and whether it counts. */
export function decisionLines(
  approvals: readonly PromotionApproval[],
): DecisionLine[] {
  return approvals.map(({ actor, decision, at, reason, whyNot, mine }) => ({
    actor,
    at,
    reason,
    whyNot,
    mine,
    badge: decisionBadge(decision, whyNot),
  }));
}

function decisionBadge(
  decision: PromotionApproval['decision'],
  whyNot?: string,
): Badge {
  if (whyNot)
    return {
      shape: 'dash',
      tone: 'quiet',
      word: `${decision}, does not count`,
    };
  return decision === 'approved'
    ? { shape: 'check', tone: 'good', word: 'approved' }
    : { shape: 'bar', tone: 'bad', word: 'rejected' };
}

/** What an approval by the reader leads to. */
export function approvalLeadsTo({
  ifApproved,
  promotion,
}: Pick<PromotionDetail, 'ifApproved' | 'promotion'>): string | undefined {
  if (ifApproved === undefined) return undefined;
  return ifApproved === 'approved'
    ? `Yours is the last approval: then ${promotion.stage} gets it as soon as its turn comes.`
    : `After yours it still ${lower(asSentence(ifApproved))}`;
}

const lower = (text: string) =>
  text.charAt(0).toLocaleLowerCase() + text.slice(1);
