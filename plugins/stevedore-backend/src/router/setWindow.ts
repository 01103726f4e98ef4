import { WindowAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /windows */
export const setWindow =
  (deps: RouterDeps) =>
  async (request: Request, response: Response): Promise<void> => {
    const body: WindowAsk = request.body;
    const caller = await callerOf(deps, request);
    const answer = await deps.gatekeeping.setWindow(body, caller);
    response.status(201).json(answer);
  };
