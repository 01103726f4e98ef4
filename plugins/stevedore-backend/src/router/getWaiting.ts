import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { queryOf } from './queryOf';
import { RouterDeps } from './RouterDeps';

/** GET /waiting */
export const getWaiting =
  (deps: RouterDeps) =>
  async (request: Request, response: Response): Promise<void> => {
    const caller = await callerOf(deps, request);
    const query = queryOf(request, { after: 'string', limit: 'number' });
    const answer = await deps.service.getWaiting(query, caller);
    response.json(answer);
  };
