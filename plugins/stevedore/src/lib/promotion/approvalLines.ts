import {
  PromotionApproval,
  PromotionDetail,
  PromotionNeed,
} from '@stevedore/plugin-stevedore-common';
import { Badge } from '../words/badge';
import { personName } from '../words/names';
import { asSentence, plainRefs } from '../words/plainRefs';

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
  /** Entity ref of who delegated the decision. */
  onBehalfOf?: string;
  /** ISO 8601: it counts no more by itself then. */
  expiresAt?: string;
}

/** What the policy asks for, place by place. */
export function needLines(needs: readonly PromotionNeed[] = []): NeedLine[] {
  return needs.map(({ count, from, words, by }) => {
    const met = by.length >= count;
    const named = from === 'owner' ? 'owners of the component' : from;
    const who = plainRefs(words ?? named);
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
  return approvals.map(approval => {
    const { actor, decision, at, reason, whyNot, mine, onBehalfOf } = approval;
    return {
      actor,
      at,
      reason,
      whyNot,
      mine,
      onBehalfOf,
      // what does not count cannot cease to
      expiresAt: whyNot ? undefined : approval.expiresAt,
      badge: decisionBadge(decision, whyNot),
    };
  });
}

const DECIDED: Record<PromotionApproval['decision'], Badge> = {
  approved: { shape: 'check', tone: 'good', word: 'approved' },
  rejected: { shape: 'bar', tone: 'bad', word: 'rejected' },
  brokeGlass: { shape: 'bar', tone: 'bad', word: 'broke the glass' },
};

function decisionBadge(
  decision: PromotionApproval['decision'],
  whyNot?: string,
): Badge {
  const badge = DECIDED[decision];
  return whyNot
    ? { shape: 'dash', tone: 'quiet', word: `${badge.word}, does not count` }
    : badge;
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
