import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** GET /projects/:project/warehouses/:name */
export const getWarehouse =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string; name: string }>,
    response: Response,
  ): Promise<void> => {
    const { project, name: warehouse } = request.params;
    const caller = await callerOf(deps, request);
    response.json(
      await deps.service.getWarehouse({ project, warehouse }, caller),
    );
  };
