import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { queryOf } from './queryOf';
import { RouterDeps } from './RouterDeps';

/** GET /calendar */
export const getCalendar =
  (deps: RouterDeps) =>
  async (request: Request, response: Response): Promise<void> => {
    const caller = await callerOf(deps, request);
    const answer = await deps.gatekeeping.getCalendar(
      queryOf(request, { project: 'string', from: 'string', to: 'string' }),
      caller,
    );
    response.json(answer);
  };
