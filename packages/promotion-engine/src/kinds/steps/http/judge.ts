import { errored, failed, StepOutcome } from '../../../model/outcome';
import { HttpAnswer } from '../_shared/httpAnswer';
import { HttpConfig } from './schema';

export interface Judged {
  answer: HttpAnswer;
  /** For sentences: `GET https://…`. */
  call: string;
  /** Milliseconds until it is asked again, where the answer decides nothing. */
  pollMs: number;
}

/**
 * What an answer means (Kargo: http, success and failure determination). A met failure goes before a met success.
 * @throws Error where an expression cannot be evaluated
 */
export function judge(
  config: HttpConfig,
  { answer, call, pollMs }: Judged,
): StepOutcome {
  const { successExpression, failureExpression, errorExpression } = config;
  const { status } = answer.response;
  if (
    failureExpression &&
    answer.holds('failureExpression', failureExpression)
  ) {
    const why = answer.explanation(errorExpression);
    return failed(
      `${call}: the answer (${status}) meets failureExpression${
        why ? `: ${why}` : ''
      }`,
    );
  }
  if (!successExpression && !failureExpression) {
    if (status >= 200 && status < 300) return done(config, answer, call);
    return errored(`${call}: ${status}`);
  }
  if (successExpression && answer.holds('successExpression', successExpression))
    return done(config, answer, call);
  return {
    status: 'waiting',
    message: `${call}: the answer (${status}) decides nothing yet`,
    retryAfterMs: pollMs,
  };
}

function done(
  { outputs = [] }: HttpConfig,
  answer: HttpAnswer,
  call: string,
): StepOutcome {
  const { status } = answer.response;
  return {
    status: 'succeeded',
    output: { status, ...answer.outputs(outputs) },
    message: `${call}: ${status}`,
  };
}
