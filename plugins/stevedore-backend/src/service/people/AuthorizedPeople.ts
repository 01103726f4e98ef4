import { NotFoundError } from '@backstage/errors';
import {
  AnswerAsk,
  DelegationAsk,
  GlassAsk,
  InPromotion,
  QuarantineAsk,
  ReasonAsk,
  stevedorePromotionBreakGlassPermission,
  stevedorePromotionRespondPermission,
  stevedorePromotionReviewPermission,
} from '@stevedore/plugin-stevedore-common';
import {
  mayBreakGlass,
  PromotionRow,
  whyNotReview,
} from '@stevedore/promotion-engine';
import { Attempt, Authorizer } from '../Authorizer';
import { loadProject, loadPromotion } from '../reading/projects';
import { whyNotAnswerNow } from '../reading/stepAsks';
import { ServiceDeps } from '../ServiceDeps';
import { Caller } from '../StevedoreService';
import { InStep, PeopleService } from './PeopleService';

interface Deps {
  inner: PeopleService;
  authorizer: Authorizer;
  reading: ServiceDeps;
}

type What = Pick<Attempt, 'permission' | 'doing'>;

export const BREAK_GLASS: What = {
  permission: stevedorePromotionBreakGlassPermission,
  doing: 'pass approvals in an emergency',
};
export const REVIEW: What = {
  permission: stevedorePromotionReviewPermission,
  doing: 'review what was passed in an emergency',
};
export const RESPOND: What = {
  permission: stevedorePromotionRespondPermission,
  doing: 'answer steps',
};

/** The permission says that a person may do it at all; the policy, or the step, says whose word counts. */
export class AuthorizedPeople implements PeopleService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async breakGlass(input: GlassAsk & InPromotion, caller: Caller) {
    const { actor } = caller;
    await this.#require({ input, ...BREAK_GLASS }, caller, async row => {
      const { owners } = await loadProject(this.#deps.reading, row.project);
      const facts = { rules: row.approvals, owners };
      const { ref, ownership } = actor;
      return mayBreakGlass(facts, { actor: ref, ownership });
    });
    return this.#deps.inner.breakGlass(input, caller);
  }

  async closeReview(input: InPromotion & QuarantineAsk, caller: Caller) {
    await this.#require(
      { input, ...REVIEW },
      caller,
      async ({ project, name }) => {
        const { store } = this.#deps.reading;
        const review = await store.review(project, name);
        if (!review) throw new NotFoundError(`${name} needs no review.`);
        const { owners } = await loadProject(this.#deps.reading, project);
        // that it is closed already is no refusal
        const open = { ...review, closed: undefined };
        return whyNotReview(open, caller.actor, owners);
      },
    );
    return this.#deps.inner.closeReview(input, caller);
  }

  async answerStep(input: AnswerAsk & InStep, caller: Caller) {
    await this.#require({ input, ...RESPOND }, caller, row =>
      whyNotAnswerNow(this.#deps.reading, row, {
        step: input.step,
        actor: caller.actor,
      }),
    );
    return this.#deps.inner.answerStep(input, caller);
  }

  /** Everybody sees what he gave and got. */
  getDelegations(caller: Caller) {
    return this.#deps.inner.getDelegations(caller);
  }

  /** It passes on no more than the caller has, so it takes no permission. */
  delegate(input: DelegationAsk, caller: Caller) {
    return this.#deps.inner.delegate(input, caller);
  }

  endDelegation(input: ReasonAsk & { id: string }, caller: Caller) {
    return this.#deps.inner.endDelegation(input, caller);
  }

  async #require(
    { input, ...what }: What & { input: InPromotion },
    caller: Caller,
    whyNot: (row: PromotionRow) => Promise<string | undefined>,
  ): Promise<void> {
    const row = await loadPromotion(this.#deps.reading, input);
    const { project, stage, name } = row;
    const attempt = { ...what, project, stage, subject: `promotion:${name}` };
    await this.#deps.authorizer.require(attempt, caller);
    const why = await whyNot(row);
    if (why) await this.#deps.authorizer.refuse(attempt, caller, `${why}.`);
  }
}
