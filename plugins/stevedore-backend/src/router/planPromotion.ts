import { PlanAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /projects/:project/plans */
export const planPromotion =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string }>,
    response: Response,
  ): Promise<void> => {
    const body: PlanAsk = request.body;
    const caller = await callerOf(deps, request);
    const answer = await deps.service.planPromotion(
      { ...body, ...request.params },
      caller,
    );
    response.json(answer);
  };
