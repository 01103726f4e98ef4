import { ReasonAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /projects/:project/stages/:stage/verify */
export const verifyStage =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string; stage: string }>,
    response: Response,
  ): Promise<void> => {
    const body: ReasonAsk = request.body ?? {};
    const caller = await callerOf(deps, request);
    await deps.service.verifyStage({ ...body, ...request.params }, caller);
    response.status(204).end();
  };
