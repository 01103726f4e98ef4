import { ImportAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /windows/import */
export const importWindows =
  (deps: RouterDeps) =>
  async (request: Request, response: Response): Promise<void> => {
    const body: ImportAsk = request.body;
    const caller = await callerOf(deps, request);
    const answer = await deps.gatekeeping.importWindows(body, caller);
    response.status(201).json(answer);
  };
