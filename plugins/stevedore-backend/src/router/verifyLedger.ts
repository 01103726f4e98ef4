import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** GET /ledger/verify */
export const verifyLedger =
  (deps: RouterDeps) =>
  async (request: Request, response: Response): Promise<void> => {
    const project = String(request.query.project);
    const caller = await callerOf(deps, request);
    const answer = await deps.service.verifyLedger({ project }, caller);
    response.json(answer);
  };
