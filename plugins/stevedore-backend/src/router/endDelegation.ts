import { ReasonAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /delegations/:id/end */
export const endDelegation =
  (deps: RouterDeps) =>
  async (
    request: Request<{ id: string }>,
    response: Response,
  ): Promise<void> => {
    const body: ReasonAsk = request.body;
    const caller = await callerOf(deps, request);
    await deps.people.endDelegation({ ...body, ...request.params }, caller);
    response.status(204).end();
  };
