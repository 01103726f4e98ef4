import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { queryOf } from './queryOf';
import { RouterDeps } from './RouterDeps';

/** GET /projects/:project/commits */
export const getCommits =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string }>,
    response: Response,
  ): Promise<void> => {
    const { from, to = '' } = queryOf(request, {
      from: 'string',
      to: 'string',
    });
    const caller = await callerOf(deps, request);
    const asked = { ...request.params, from, to };
    response.json(await deps.service.getCommits(asked, caller));
  };
