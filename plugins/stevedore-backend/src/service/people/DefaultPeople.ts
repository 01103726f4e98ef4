import {
  AnswerAsk,
  Delegation,
  DelegationAsk,
  Delegations,
  GlassAsk,
  InPromotion,
  Promotion,
  PromotionReview,
  QuarantineAsk,
  ReasonAsk,
} from '@stevedore/plugin-stevedore-common';
import { PLATFORM, PromotionRow } from '@stevedore/promotion-engine';
import { toDelegation, toReview } from '../../mappers/people';
import { toPromotion } from '../../mappers/promotion';
import { loadProject } from '../reading/projects';
import { ServiceDeps } from '../ServiceDeps';
import { Caller } from '../StevedoreService';
import { withHttpErrors } from '../withHttpErrors';
import { InStep, PeopleService } from './PeopleService';

export class DefaultPeople implements PeopleService {
  readonly #deps: ServiceDeps;

  constructor(deps: ServiceDeps) {
    this.#deps = deps;
  }

  breakGlass(
    { name: promotion, ...input }: GlassAsk & InPromotion,
    { actor }: Caller,
  ): Promise<Promotion> {
    const { people } = this.#deps.engine;
    return this.#act(() => people.breakGlass({ ...input, promotion, actor }));
  }

  async closeReview(
    { name: promotion, ...input }: InPromotion & QuarantineAsk,
    { actor }: Caller,
  ): Promise<PromotionReview> {
    const row = await withHttpErrors(() =>
      this.#deps.engine.people.closeReview({ ...input, promotion, actor }),
    );
    return toReview(row);
  }

  answerStep(
    { name: promotion, ...input }: AnswerAsk & InStep,
    { actor }: Caller,
  ): Promise<Promotion> {
    const { people } = this.#deps.engine;
    return this.#act(() => people.answerStep({ ...input, promotion, actor }));
  }

  async getDelegations({ actor: { ref } }: Caller): Promise<Delegations> {
    const { store, clock } = this.#deps;
    const rows = await store.delegations(PLATFORM, ref);
    const all = rows.map(row => toDelegation(row, clock.now()));
    return {
      given: all.filter(({ delegator }) => delegator === ref),
      received: all.filter(({ delegate }) => delegate === ref),
    };
  }

  async delegate(input: DelegationAsk, { actor }: Caller): Promise<Delegation> {
    const row = await withHttpErrors(() =>
      this.#deps.engine.people.delegate({ ...input, actor }),
    );
    return toDelegation(row, this.#deps.clock.now());
  }

  endDelegation(
    { id, reason }: ReasonAsk & { id: string },
    { actor }: Caller,
  ): Promise<void> {
    return withHttpErrors(() =>
      this.#deps.engine.people.endDelegation({ id, reason, actor }),
    );
  }

  async #act(run: () => Promise<PromotionRow>): Promise<Promotion> {
    const row = await withHttpErrors(run);
    const { store, clock } = this.#deps;
    const [approvals, { owners }] = await Promise.all([
      store.approvals(row.project, [row.name]),
      loadProject(this.#deps, row.project),
    ]);
    return toPromotion(row, { approvals, owners, now: clock.now() });
  }
}
