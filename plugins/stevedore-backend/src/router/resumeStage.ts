import { HoldAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /projects/:project/stages/:stage/resume */
export const resumeStage =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string; stage: string }>,
    response: Response,
  ): Promise<void> => {
    const body: HoldAsk = request.body;
    const caller = await callerOf(deps, request);
    await deps.service.resumeStage({ ...body, ...request.params }, caller);
    response.status(204).end();
  };
