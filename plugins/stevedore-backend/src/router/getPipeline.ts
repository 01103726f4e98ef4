import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';
import { queryOf } from './queryOf';

/** GET /pipelines/:kind/:namespace/:name */
export const getPipeline =
  (deps: RouterDeps) =>
  async (
    request: Request<{ kind: string; namespace: string; name: string }>,
    response: Response,
  ): Promise<void> => {
    const query = queryOf(request, { limit: 'number' });
    const caller = await callerOf(deps, request);
    const answer = await deps.service.getPipeline(
      { ...request.params, limit: query.limit },
      caller,
    );
    response.json(answer);
  };
