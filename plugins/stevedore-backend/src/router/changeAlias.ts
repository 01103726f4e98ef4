import { AliasAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /projects/:project/freight/:name/alias */
export const changeAlias =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string; name: string }>,
    response: Response,
  ): Promise<void> => {
    const body: AliasAsk = request.body;
    const caller = await callerOf(deps, request);
    response.json(
      await deps.service.changeAlias({ ...body, ...request.params }, caller),
    );
  };
