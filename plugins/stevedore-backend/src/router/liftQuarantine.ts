import { QuarantineAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /projects/:project/freight/:name/lift */
export const liftQuarantine =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string; name: string }>,
    response: Response,
  ): Promise<void> => {
    const body: QuarantineAsk = request.body;
    const caller = await callerOf(deps, request);
    response.json(
      await deps.service.liftQuarantine({ ...body, ...request.params }, caller),
    );
  };
