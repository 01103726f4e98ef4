import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';
import { queryOf } from './queryOf';

/** GET /projects/:project/history */
export const getHistory =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string }>,
    response: Response,
  ): Promise<void> => {
    const query = queryOf(request, {
      before: 'number',
      limit: 'number',
      subject: 'string',
      stage: 'string',
      level: 'string',
    });
    const caller = await callerOf(deps, request);
    const answer = await deps.service.getHistory(
      { ...request.params, ...query },
      caller,
    );
    response.json(answer);
  };
