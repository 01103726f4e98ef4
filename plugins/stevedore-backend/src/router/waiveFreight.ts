import { WaiverAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /projects/:project/freight/:name/waive */
export const waiveFreight =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string; name: string }>,
    response: Response,
  ): Promise<void> => {
    const body: WaiverAsk = request.body;
    const caller = await callerOf(deps, request);
    await deps.service.waiveFreight({ ...body, ...request.params }, caller);
    response.status(204).end();
  };
