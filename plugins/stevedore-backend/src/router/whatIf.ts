import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { queryOf } from './queryOf';
import { RouterDeps } from './RouterDeps';

/** GET /projects/:project/stages/:stage/gates */
export const whatIf =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string; stage: string }>,
    response: Response,
  ): Promise<void> => {
    const caller = await callerOf(deps, request);
    const answer = await deps.gatekeeping.whatIf(
      {
        ...request.params,
        ...queryOf(request, { at: 'string' }),
        freight: String(request.query.freight),
      },
      caller,
    );
    response.json(answer);
  };
