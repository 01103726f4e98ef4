import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';
import { queryOf } from './queryOf';

/** GET /projects/:project/ledger */
export const getLedger =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string }>,
    response: Response,
  ): Promise<void> => {
    const query = queryOf(request, { after: 'number', limit: 'number' });
    const caller = await callerOf(deps, request);
    const answer = await deps.service.getLedger(
      { ...request.params, ...query },
      caller,
    );
    response.json(answer);
  };
