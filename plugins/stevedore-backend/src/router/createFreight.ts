import { FreightAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /projects/:project/freight */
export const createFreight =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string }>,
    response: Response,
  ): Promise<void> => {
    const body: FreightAsk = request.body;
    const caller = await callerOf(deps, request);
    const answer = await deps.service.createFreight(
      { ...body, ...request.params },
      caller,
    );
    response.status(201).json(answer);
  };
