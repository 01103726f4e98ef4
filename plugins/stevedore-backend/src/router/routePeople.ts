import type { Router } from 'express';
import { answerStep } from './answerStep';
import { breakGlass } from './breakGlass';
import { closeReview } from './closeReview';
import { delegate } from './delegate';
import { endDelegation } from './endDelegation';
import { getDelegations } from './getDelegations';
import { RouterDeps } from './RouterDeps';

/** What people do beside asking for promotions and deciding about them. */
export function routePeople(router: Router, deps: RouterDeps): void {
  router.post(
    '/projects/:project/promotions/:name/break-glass',
    breakGlass(deps),
  );
  router.post('/projects/:project/promotions/:name/review', closeReview(deps));
  router.post(
    '/projects/:project/promotions/:name/steps/:step/answer',
    answerStep(deps),
  );
  router.get('/delegations', getDelegations(deps));
  router.post('/delegations', delegate(deps));
  router.post('/delegations/:id/end', endDelegation(deps));
}
