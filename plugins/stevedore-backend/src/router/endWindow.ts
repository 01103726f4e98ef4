import { EndAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /windows/:id/end */
export const endWindow =
  (deps: RouterDeps) =>
  async (
    request: Request<{ id: string }>,
    response: Response,
  ): Promise<void> => {
    const body: EndAsk = request.body;
    const caller = await callerOf(deps, request);
    const answer = await deps.gatekeeping.endWindow(
      { ...body, ...request.params },
      caller,
    );
    response.json(answer);
  };
