import { ReleaseAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /locks/:id/release */
export const releaseLock =
  (deps: RouterDeps) =>
  async (
    request: Request<{ id: string }>,
    response: Response,
  ): Promise<void> => {
    const body: ReleaseAsk = request.body;
    const caller = await callerOf(deps, request, { bots: true });
    const answer = await deps.gatekeeping.releaseLock(
      { ...body, ...request.params },
      caller,
    );
    response.json(answer);
  };
