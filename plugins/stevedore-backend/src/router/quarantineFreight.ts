import { QuarantineAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /projects/:project/freight/:name/quarantine */
export const quarantineFreight =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string; name: string }>,
    response: Response,
  ): Promise<void> => {
    const body: QuarantineAsk = request.body;
    const caller = await callerOf(deps, request);
    response.json(
      await deps.service.quarantineFreight(
        { ...body, ...request.params },
        caller,
      ),
    );
  };
