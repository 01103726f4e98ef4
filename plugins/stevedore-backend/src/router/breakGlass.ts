import { GlassAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /projects/:project/promotions/:name/break-glass */
export const breakGlass =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string; name: string }>,
    response: Response,
  ): Promise<void> => {
    const body: GlassAsk = request.body;
    const caller = await callerOf(deps, request);
    const answer = await deps.people.breakGlass(
      { ...body, ...request.params },
      caller,
    );
    response.json(answer);
  };
