import { DecisionAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /projects/:project/promotions/:name/approve */
export const approvePromotion =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string; name: string }>,
    response: Response,
  ): Promise<void> => {
    const body: DecisionAsk = request.body;
    const caller = await callerOf(deps, request);
    const answer = await deps.service.approvePromotion(
      { ...body, ...request.params },
      caller,
    );
    response.json(answer);
  };
