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
import { Caller } from '../StevedoreService';

export interface InStep extends InPromotion {
  /** Index, from 0. */
  step: number;
}

/**
 * What people do beside asking for promotions and deciding about them, whatever the way in.
 * @throws errors of `@backstage/errors` with one sentence.
 */
export interface PeopleService {
  breakGlass(input: GlassAsk & InPromotion, caller: Caller): Promise<Promotion>;
  closeReview(
    input: InPromotion & QuarantineAsk,
    caller: Caller,
  ): Promise<PromotionReview>;
  answerStep(input: AnswerAsk & InStep, caller: Caller): Promise<Promotion>;
  getDelegations(caller: Caller): Promise<Delegations>;
  delegate(input: DelegationAsk, caller: Caller): Promise<Delegation>;
  endDelegation(
    input: ReasonAsk & { id: string },
    caller: Caller,
  ): Promise<void>;
}
