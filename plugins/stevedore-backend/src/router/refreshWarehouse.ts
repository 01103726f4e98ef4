import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /projects/:project/warehouses/:name/refresh */
export const refreshWarehouse =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string; name: string }>,
    response: Response,
  ): Promise<void> => {
    const { project, name: warehouse } = request.params;
    const caller = await callerOf(deps, request);
    await deps.service.refreshWarehouse({ project, warehouse }, caller);
    response.status(202).end();
  };
