import { PromotionAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /projects/:project/promotions */
export const requestPromotion =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string }>,
    response: Response,
  ): Promise<void> => {
    const body: PromotionAsk = request.body;
    const caller = await callerOf(deps, request);
    const answer = await deps.service.requestPromotion(
      { ...body, ...request.params },
      caller,
    );
    response.status(201).json(answer);
  };
