import { TargetsAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /projects/:project/stages/:stage/targets */
export const requestTargets =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string; stage: string }>,
    response: Response,
  ): Promise<void> => {
    const body: TargetsAsk = request.body;
    const caller = await callerOf(deps, request);
    const answer = await deps.service.requestTargets(
      { ...body, ...request.params },
      caller,
    );
    response.status(201).json(answer);
  };
