import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';
import { queryOf } from './queryOf';

/** GET /projects/:project/promotions */
export const listPromotions =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string }>,
    response: Response,
  ): Promise<void> => {
    const query = queryOf(request, {
      after: 'string',
      limit: 'number',
      stage: 'string',
      freight: 'string',
      phase: 'string',
    });
    const caller = await callerOf(deps, request);
    const answer = await deps.service.listPromotions(
      { ...request.params, ...query },
      caller,
    );
    response.json(answer);
  };
