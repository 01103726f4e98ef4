import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** GET /delegations */
export const getDelegations =
  (deps: RouterDeps) =>
  async (request: Request, response: Response): Promise<void> => {
    const caller = await callerOf(deps, request);
    const answer = await deps.people.getDelegations(caller);
    response.json(answer);
  };
