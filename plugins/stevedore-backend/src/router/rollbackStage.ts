import { RollbackAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /projects/:project/stages/:stage/rollback */
export const rollbackStage =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string; stage: string }>,
    response: Response,
  ): Promise<void> => {
    const body: RollbackAsk = request.body;
    const caller = await callerOf(deps, request);
    const answer = await deps.service.rollbackStage(
      { ...body, ...request.params },
      caller,
    );
    response.status(201).json(answer);
  };
