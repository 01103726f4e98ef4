import {
  Delegation,
  PromotionReview,
  PromotionStep,
  PromotionStepAsk,
} from '@stevedore/plugin-stevedore-common';
import {
  actionsOf,
  DelegationRow,
  isInForce,
  partyWords,
  PromotionRow,
  responderWords,
  ReviewRow,
  StepAsk,
  StepRow,
} from '@stevedore/promotion-engine';

export function toDelegation(row: DelegationRow, now: number): Delegation {
  const { id, delegator, delegate, from, until, reason } = row;
  const inForce = isInForce(row, now);
  return { id, delegator, delegate, from, until, reason, inForce };
}

export function toReview(row: ReviewRow, whyNot?: string): PromotionReview {
  const { project, promotion, stage, freight, openedAt, by, reason } = row;
  const reviewers = row.reviewers.map(partyWords);
  return {
    project,
    promotion,
    stage,
    freight,
    openedAt,
    by,
    reason,
    reviewers: [...new Set(reviewers)],
    closed: row.closed,
    whyNot,
  };
}

export function toStepAsk(
  ask: StepAsk,
  sentence: string,
  whyNot?: string,
): PromotionStepAsk {
  const { kind, display, schema, responders } = ask;
  return {
    kind,
    sentence,
    display,
    schema,
    responders: responders?.map(responderWords),
    actions: actionsOf(ask),
    whyNot,
  };
}

export function toAnswers(
  answers: StepRow['answers'],
): PromotionStep['answers'] {
  return answers?.map(({ actor, at, action, message }) => ({
    actor,
    at,
    action,
    message,
  }));
}

/** How the rules can be passed in an emergency, in words; undefined when nobody may. */
export function emergencySentence({
  approvals,
}: PromotionRow): string | undefined {
  const sentences = approvals.flatMap(({ breakGlass }) => {
    if (!breakGlass) return [];
    const { by, second, review } = breakGlass;
    const agreed = second ? ` if ${partyWords(second)} agrees` : '';
    return [
      `In an emergency ${partyWords(
        by,
      )} may pass this with a reason${agreed}; ${partyWords(
        review,
      )} reviews it afterwards.`,
    ];
  });
  if (sentences.length === 0) return undefined;
  return sentences.length < approvals.length
    ? `${sentences.join(' ')} Other rules still count.`
    : sentences.join(' ');
}
