import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { queryOf } from './queryOf';
import { RouterDeps } from './RouterDeps';

/** GET /projects/:project/drift */
export const getDrift =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string }>,
    response: Response,
  ): Promise<void> => {
    const query = queryOf(request, { stage: 'string' });
    const caller = await callerOf(deps, request);
    const asked = { ...request.params, ...query };
    response.json(await deps.service.getDrift(asked, caller));
  };
