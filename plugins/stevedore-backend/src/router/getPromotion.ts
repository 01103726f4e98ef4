import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** GET /projects/:project/promotions/:name */
export const getPromotion =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string; name: string }>,
    response: Response,
  ): Promise<void> => {
    const caller = await callerOf(deps, request);
    const answer = await deps.service.getPromotion(request.params, caller);
    response.json(answer);
  };
