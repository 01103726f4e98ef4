import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** GET /projects/:project/stages/:stage/rollouts */
export const getRollouts =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string; stage: string }>,
    response: Response,
  ): Promise<void> => {
    const caller = await callerOf(deps, request);
    response.json(await deps.rollouts.getRollouts(request.params, caller));
  };
