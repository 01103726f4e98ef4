import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** GET /unmapped */
export const listUnmapped =
  (deps: RouterDeps) =>
  async (request: Request, response: Response): Promise<void> => {
    const caller = await callerOf(deps, request);
    const answer = await deps.overview.listUnmapped(caller);
    response.json(answer);
  };
