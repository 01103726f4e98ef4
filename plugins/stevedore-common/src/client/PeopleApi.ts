import { InPromotion } from '../requests';
import {
  AnswerAsk,
  Delegation,
  DelegationAsk,
  Delegations,
  GlassAsk,
  Promotion,
  PromotionReview,
  QuarantineAsk,
  ReasonAsk,
} from '../types';
import { CallOptions } from './transport';

/** What people do beside asking for promotions and deciding about them. */
export interface PeopleApi {
  breakGlass(
    request: GlassAsk & InPromotion,
    options?: CallOptions,
  ): Promise<Promotion>;
  closeReview(
    request: InPromotion & QuarantineAsk,
    options?: CallOptions,
  ): Promise<PromotionReview>;
  /** `step`: its index, from 0. */
  answerStep(
    request: AnswerAsk & InPromotion & { step: number },
    options?: CallOptions,
  ): Promise<Promotion>;
  getDelegations(options?: CallOptions): Promise<Delegations>;
  delegate(request: DelegationAsk, options?: CallOptions): Promise<Delegation>;
  endDelegation(
    request: ReasonAsk & { id: string },
    options?: CallOptions,
  ): Promise<void>;
}
