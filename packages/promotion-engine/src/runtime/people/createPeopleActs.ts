import { EngineContext } from '../context';
import { PeopleActs } from '../engine';
import { answerStep } from './answerStep';
import { closeReview } from './closeReview';
import { breakGlass } from './decisions';
import { delegate, endDelegation } from './delegate';

/** What people do beside asking for promotions and deciding about them. */
export function createPeopleActs(engine: EngineContext): PeopleActs {
  return {
    breakGlass: input => breakGlass(engine, input),
    closeReview: input => closeReview(engine, input),
    answerStep: input => answerStep(engine, input),
    delegate: input => delegate(engine, input),
    endDelegation: input => endDelegation(engine, input),
  };
}
