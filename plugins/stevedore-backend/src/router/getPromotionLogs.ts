import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';
import { queryOf } from './queryOf';

/** GET /projects/:project/promotions/:name/logs */
export const getPromotionLogs =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string; name: string }>,
    response: Response,
  ): Promise<void> => {
    const query = queryOf(request, {
      after: 'string',
      limit: 'number',
      step: 'string',
    });
    const caller = await callerOf(deps, request);
    const answer = await deps.service.getPromotionLogs(
      { ...request.params, ...query },
      caller,
    );
    response.json(answer);
  };
