import { AnswerAsk } from '@stevedore/plugin-stevedore-common';
import type { Request, Response } from 'express';
import { callerOf } from './callerOf';
import { RouterDeps } from './RouterDeps';

/** POST /projects/:project/promotions/:name/steps/:step/answer */
export const answerStep =
  (deps: RouterDeps) =>
  async (
    request: Request<{ project: string; name: string; step: string }>,
    response: Response,
  ): Promise<void> => {
    const body: AnswerAsk = request.body;
    const caller = await callerOf(deps, request);
    const answer = await deps.people.answerStep(
      { ...body, ...request.params, step: Number(request.params.step) },
      caller,
    );
    response.json(answer);
  };
