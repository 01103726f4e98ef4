import { DelegationAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /delegations */
export const delegate =
  (deps: RouterDeps) =>
  async (request: Request, response: Response): Promise<void> => {
    const body: DelegationAsk = request.body;
    const caller = await callerOf(deps, request);
    const answer = await deps.people.delegate(body, caller);
    response.status(201).json(answer);
  };
