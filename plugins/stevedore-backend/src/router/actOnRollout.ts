import { RolloutAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /projects/:project/stages/:stage/rollouts */
export const actOnRollout =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string; stage: string }>,
    response: Response,
  ): Promise<void> => {
    const body: RolloutAsk = request.body;
    const caller = await callerOf(deps, request);
    await deps.rollouts.actOnRollout({ ...body, ...request.params }, caller);
    response.status(204).end();
  };
