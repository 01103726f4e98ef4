import { LockAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /locks */
export const setLock =
  (deps: RouterDeps) =>
  async (request: Request, response: Response): Promise<void> => {
    const body: LockAsk = request.body;
    const caller = await callerOf(deps, request, { bots: true });
    const answer = await deps.gatekeeping.setLock(body, caller);
    response.status(201).json(answer);
  };
