import { parseDuration } from '../../../model/duration';
import { StepAsk } from '../../../model/stepAsk';
import { defineStep } from '../../../registry/step';
import { respondersFault } from '../_shared/responders';
import { getUserInputExamples } from './examples';
import { GetUserInputConfig, getUserInputSchema } from './schema';

/** Kargo's `get-user-input`: the running promotion stops until somebody fills in a form. */
export const getUserInputStep = defineStep<GetUserInputConfig, 'people'>({
  id: 'get-user-input',
  effect: 'none',
  schema: getUserInputSchema,
  capabilities: ['people'],
  examples: getUserInputExamples,
  async run({ people }, { schema, responders = [], display, pollInterval }) {
    const fault = respondersFault(responders);
    if (fault) return fault;
    const answers = await people.answers();
    const answer = answers.find(({ action }) => action === 'submit');
    if (answer)
      return {
        status: 'succeeded',
        message: `filled in by ${answer.actor}`,
        output: {
          values: answer.values ?? {},
          respondedBy: answer.actor,
          respondedAt: answer.at,
        },
      };
    const ask: StepAsk = {
      kind: 'input',
      schema,
      ...(display !== undefined && { display }),
      ...(responders.length > 0 && { responders }),
    };
    return {
      status: 'waiting',
      message: display ? `waits for input: ${display}` : 'waits for input',
      retryAfterMs: parseDuration(pollInterval ?? ''),
      ask,
    };
  },
});
