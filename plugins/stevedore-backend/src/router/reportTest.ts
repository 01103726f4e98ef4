import { TestAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /projects/:project/freight/:name/tests */
export const reportTest =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string; name: string }>,
    response: Response,
  ): Promise<void> => {
    const body: TestAsk = request.body;
    const caller = await callerOf(deps, request, { bots: true });
    const answer = await deps.gatekeeping.reportTest(
      { ...request.params, test: body },
      caller,
    );
    response.json(answer);
  };
