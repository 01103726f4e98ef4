import { ReasonAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /projects/:project/promotions/:name/retry */
export const retryPromotion =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string; name: string }>,
    response: Response,
  ): Promise<void> => {
    const body: ReasonAsk = request.body ?? {};
    const caller = await callerOf(deps, request);
    const answer = await deps.service.retryPromotion(
      { ...body, ...request.params },
      caller,
    );
    response.json(answer);
  };
