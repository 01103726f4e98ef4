import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { queryOf } from './queryOf';
import { RouterDeps } from './RouterDeps';

/** GET /calendar.ics */
export const exportCalendar =
  (deps: RouterDeps) =>
  async (request: Request, response: Response): Promise<void> => {
    const caller = await callerOf(deps, request);
    const answer = await deps.gatekeeping.exportCalendar(
      queryOf(request, { project: 'string' }),
      caller,
    );
    response.type('text/calendar').send(answer);
  };
