import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { queryOf } from './queryOf';
import { RouterDeps } from './RouterDeps';

/** GET /pipelines */
export const listPipelines =
  (deps: RouterDeps) =>
  async (request: Request, response: Response): Promise<void> => {
    const { mine, waiting, ...query } = queryOf(request, {
      after: 'string',
      limit: 'number',
      search: 'string',
      mine: 'string',
      waiting: 'string',
    });
    const caller = await callerOf(deps, request);
    const only = { mine: mine !== undefined, waiting: waiting !== undefined };
    const answer = await deps.overview.listPipelines(
      { ...query, ...only },
      caller,
    );
    response.json(answer);
  };
