import { QuarantineAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /projects/:project/promotions/:name/review */
export const closeReview =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string; name: string }>,
    response: Response,
  ): Promise<void> => {
    const body: QuarantineAsk = request.body;
    const caller = await callerOf(deps, request);
    const answer = await deps.people.closeReview(
      { ...body, ...request.params },
      caller,
    );
    response.json(answer);
  };
