import { DelegationRow, PromotionRow, ReviewRow } from '../../model/rows';
import { EngineContext } from '../context';
import { Actor, PromotionDecision } from '../engine';
import { closeReview } from './closeReview';
import { breakGlass } from './decisions';
import { delegate, endDelegation, NewDelegation } from './delegate';

/** @throws RequestError with one sentence when what is asked cannot be */
export interface PeopleActs {
  /** Passes, in an emergency, the rules that let this person; needs a reason, and opens a review. */
  breakGlass(input: PromotionDecision): Promise<PromotionRow>;
  /** Says what came of looking at what was passed in an emergency. */
  closeReview(
    input: Omit<PromotionDecision, 'digest' | 'onBehalfOf'>,
  ): Promise<ReviewRow>;
  /** For a time, another person decides in one's name. */
  delegate(input: NewDelegation): Promise<DelegationRow>;
  endDelegation(input: {
    id: string;
    actor: Actor;
    reason?: string;
  }): Promise<void>;
}

export function createPeopleActs(engine: EngineContext): PeopleActs {
  return {
    breakGlass: input => breakGlass(engine, input),
    closeReview: input => closeReview(engine, input),
    delegate: input => delegate(engine, input),
    endDelegation: input => endDelegation(engine, input),
  };
}
