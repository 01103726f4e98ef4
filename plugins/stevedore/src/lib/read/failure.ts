import { isError } from '@backstage/errors';

export type FailureKind = 'forbidden' | 'missing' | 'changed' | 'broken';

/** Why something could not be read or done, in the backend's sentence. */
export interface Failure {
  kind: FailureKind;
  sentence: string;
}

const KINDS: Record<string, FailureKind> = {
  NotAllowedError: 'forbidden',
  AuthenticationError: 'forbidden',
  NotFoundError: 'missing',
  ConflictError: 'changed',
};

/** What the backend answered; an error that never reached it counts as broken. */
export function failureOf(error: unknown): Failure {
  const answered = cause(error);
  if (answered) {
    return {
      kind: KINDS[answered.name] ?? 'broken',
      sentence: answered.message,
    };
  }
  const sentence = isError(error) ? error.message : String(error);
  return {
    kind: 'broken',
    sentence: `The delivery service does not answer: ${sentence}`,
  };
}

function cause(error: unknown) {
  if (!isError(error) || error.name !== 'ResponseError') return undefined;
  return isError(error.cause) ? error.cause : undefined;
}
