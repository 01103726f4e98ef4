import {
  PromotionDetail,
  PromotionStep,
} from '@stevedore/plugin-stevedore-common';
import {
  Actor,
  ApprovalRow,
  approvalState,
  Decider,
  factsOf,
  mayBreakGlass,
  isTerminal,
  PromotionRow,
  StepRow,
  whyNotReview,
  whyNotWithdraw,
} from '@stevedore/promotion-engine';
import { toApprovals } from '../../mappers/approvals';
import { linksOf } from '../../mappers/links';
import { emergencySentence, toAnswers, toReview } from '../../mappers/people';
import { toPlan } from '../../mappers/plan';
import { toPromotion } from '../../mappers/promotion';
import { publicUrl } from '../../mappers/publicUrl';
import { ServiceDeps } from '../ServiceDeps';
import { changeOf } from './changeOf';
import { deciding, voiceAbout } from './decider';
import { stepAskFor } from './stepAsks';
import { whyNotAbort, whyNotRetry } from './whyNotAct';

export async function getPromotion(
  deps: ServiceDeps,
  row: PromotionRow,
  { owners, actor }: { owners: string[]; actor: Actor },
): Promise<PromotionDetail> {
  const { store } = deps;
  const { project, name } = row;
  const [steps, approvals, plan] = await Promise.all([
    store.steps(project, name),
    store.approvals(project, [name]),
    store.plan(project, name),
  ]);
  const now = deps.clock.now();
  const facts = factsOf(row, { approvals, owners, now });
  const state = approvalState(facts);
  const person = await deciding(deps, actor);
  const voice =
    row.phase === 'Requested'
      ? voiceAbout(row, person, { approvals, owners, now })
      : { whyNot: 'This promotion waits for no decision.' };
  const whyNot = 'whyNot' in voice ? voice.whyNot : undefined;
  const review = await store.review(project, name);
  return {
    promotion: toPromotion(row, { approvals, owners, now }),
    steps: await Promise.all(
      row.steps.map(async (template, index) => {
        const step = steps.find(each => each.index === index);
        return {
          ...toStep({ index, template }, step, deps),
          ask: await stepAskFor(deps, step, actor),
          answers: toAnswers(step?.answers),
        };
      }),
    ),
    approvals: toApprovals(row, approvals, {
      state,
      caller: actor.ref,
      now: facts.now,
    }),
    plan: plan && toPlan(plan),
    mayDecide: whyNot === undefined,
    whyNot,
    whyNotWithdraw: whyNotWithdraw(row, approvals, actor.ref),
    whyNotAbort: whyNotAbort(row),
    whyNotRetry: whyNotRetry(row),
    reasonRequired: row.approvals.some(rule => rule.reasonRequired),
    ifApproved:
      'whyNot' in voice
        ? undefined
        : approvalState({
            ...facts,
            approvals: [
              ...approvals.filter(each => each.actor !== actor.ref),
              approvalBy(row, voice, now),
            ],
          }).sentence,
    onBehalfOf: 'whyNot' in voice ? undefined : voice.onBehalfOf,
    emergency: emergencyOf(row, { actor, owners }),
    review: review && toReview(review, whyNotReview(review, actor, owners)),
    authors: row.authors,
    change: isTerminal(row.phase)
      ? undefined
      : await changeOf(deps, { ...row, freight: row.freight.name }),
  };
}

/** How the rules can be passed in an emergency; undefined when nobody may, or nothing waits for approval. */
function emergencyOf(
  row: PromotionRow,
  { actor, owners }: { actor: Actor; owners: string[] },
): PromotionDetail['emergency'] {
  const sentence = emergencySentence(row);
  if (sentence === undefined || row.phase !== 'Requested') return undefined;
  const { ref, ownership } = actor;
  const facts = { rules: row.approvals, owners };
  const whyNot = mayBreakGlass(facts, { actor: ref, ownership });
  return { sentence, whyNot };
}

/** The approval that this person could give now. */
function approvalBy(
  { project, name, digest = '' }: PromotionRow,
  voice: Decider,
  now: number,
): ApprovalRow {
  const at = new Date(now).toISOString();
  const given = { decision: 'approved' as const, at, version: 0 };
  return { project, promotion: name, ...voice, digest, ...given };
}

function toStep(
  { index, template }: { index: number; template: PromotionRow['steps'][0] },
  row: StepRow | undefined,
  { commitUrl = () => undefined }: Pick<ServiceDeps, 'commitUrl'>,
): PromotionStep {
  const { as, uses } = template;
  const step = {
    index,
    alias: as,
    uses,
    if: template.if,
    config: template.config,
  };
  if (!row) return { ...step, status: 'Pending', attempt: 0 };
  const { status, attempt, startedAt, finishedAt, message, output } = row;
  const links = linksOf(row, commitUrl);
  return {
    ...step,
    status,
    attempt,
    startedAt,
    finishedAt,
    output,
    message: message === undefined ? undefined : publicUrl(message),
    links: links.length > 0 ? links : undefined,
  };
}
