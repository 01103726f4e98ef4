import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';
import { queryOf } from './queryOf';

/** GET /projects/:project/freight */
export const listFreight =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string }>,
    response: Response,
  ): Promise<void> => {
    const query = queryOf(request, {
      after: 'string',
      limit: 'number',
      warehouse: 'string',
      search: 'string',
      notIn: 'string',
    });
    const caller = await callerOf(deps, request);
    const answer = await deps.service.listFreight(
      { ...request.params, ...query },
      caller,
    );
    response.json(answer);
  };
