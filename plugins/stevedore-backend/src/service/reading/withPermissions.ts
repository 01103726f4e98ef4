import {
  PlanAnswer,
  PromotionDetail,
  stevedorePlanReadPermission,
  stevedorePromotionAbortPermission,
  stevedorePromotionApprovePermission,
  stevedorePromotionCreatePermission,
  stevedorePromotionRetryPermission,
  stevedoreStageRollbackPermission,
} from '@stevedore/plugin-stevedore-common';
import { isTerminal } from '@stevedore/promotion-engine';
import { planWithoutContent, withoutContent } from '../../mappers/plan';
import { Authorizer } from '../Authorizer';
import { BREAK_GLASS, RESPOND, REVIEW } from '../people/AuthorizedPeople';
import { Caller } from '../StevedoreService';

const QUESTIONS = {
  see: {
    permission: stevedorePlanReadPermission,
    doing: 'see what stands in files',
  },
  create: {
    permission: stevedorePromotionCreatePermission,
    doing: 'ask for promotions here',
  },
  rollBack: {
    permission: stevedoreStageRollbackPermission,
    doing: 'roll back here',
  },
  decide: {
    permission: stevedorePromotionApprovePermission,
    doing: 'decide here',
  },
  abort: {
    permission: stevedorePromotionAbortPermission,
    doing: 'abort promotions here',
  },
  breakGlass: BREAK_GLASS,
  review: REVIEW,
  respond: RESPOND,
  retry: {
    permission: stevedorePromotionRetryPermission,
    doing: 'try promotions again here',
  },
};
type Question = keyof typeof QUESTIONS;

interface Asking {
  authorizer: Pick<Authorizer, 'whyNot'>;
  caller: Caller;
}

async function ask(
  { authorizer, caller }: Asking,
  at: { project: string; stage: string },
  questions: Question[],
): Promise<Partial<Record<Question, string>>> {
  const answers = await authorizer.whyNot(
    questions.map(each => ({ ...QUESTIONS[each], ...at })),
    caller,
  );
  return Object.fromEntries(questions.map((each, i) => [each, answers[i]]));
}

/** What the caller may not see is taken out, and what he may not do says why. */
export async function detailFor(
  detail: PromotionDetail,
  asking: Asking,
): Promise<PromotionDetail> {
  const { project, stage, phase, rollback } = detail.promotion;
  const anew = rollback ? 'rollBack' : 'create';
  const why = await ask(asking, { project, stage }, [
    'see',
    anew,
    'decide',
    'abort',
    'retry',
    'breakGlass',
    'review',
    'respond',
  ]);
  // what has ended is requested anew, so it takes what a request takes
  const ended = isTerminal(phase);
  return {
    ...(why.see ? withoutContent(detail, why.see) : detail),
    ...peopleFor(detail, why),
    mayDecide: detail.mayDecide && !why.decide,
    whyNot: detail.whyNot ?? why.decide,
    ifApproved: why.decide ? undefined : detail.ifApproved,
    onBehalfOf: why.decide ? undefined : detail.onBehalfOf,
    whyNotWithdraw: detail.whyNotWithdraw ?? why.decide,
    whyNotAbort: detail.whyNotAbort ?? why.abort,
    whyNotRetry:
      detail.whyNotRetry ?? why.retry ?? (ended ? why[anew] : undefined),
  };
}

export async function planFor(
  answer: PlanAnswer,
  at: { project: string; stage: string; rollback?: boolean },
  asking: Asking,
): Promise<PlanAnswer> {
  const does = at.rollback ? 'rollBack' : 'create';
  const why = await ask(asking, at, ['see', does]);
  const plan = why.see ? planWithoutContent(answer.plan, why.see) : answer.plan;
  const { open, whyNot } = answer;
  return {
    ...answer,
    plan,
    // a sentence that may hold what stands in files is said again without it
    whyNot:
      why[does] ??
      (open && plan.problem ? `It would fail: ${plan.problem}` : whyNot),
  };
}

/** What people do in an emergency, and answer to steps. */
function peopleFor(
  { emergency, review, steps, authors }: PromotionDetail,
  why: Partial<Record<Question, string>>,
): Pick<PromotionDetail, 'authors' | 'emergency' | 'review'> {
  for (const step of steps) if (step.ask) step.ask.whyNot ??= why.respond;
  return {
    emergency: emergency && {
      ...emergency,
      whyNot: emergency.whyNot ?? why.breakGlass,
    },
    // addresses stand in the repository, which not everybody may read
    authors:
      authors && why.see !== undefined
        ? { ...authors, unmatched: [] }
        : authors,
    review: review && { ...review, whyNot: review.whyNot ?? why.review },
  };
}
