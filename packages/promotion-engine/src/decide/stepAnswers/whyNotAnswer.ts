import { StepAction, StepAnswer, StepAsk } from '../../model/stepAsk';
import { Answering, matchesOf, responderWords } from './responders';

export interface AnswerFacts {
  ask: StepAsk;
  answers: StepAnswer[];
  /** By address in lower case. */
  usersByEmail: Readonly<Record<string, string>>;
}

/** Why the step does not take an answer of this person; undefined when it does. */
export function whyNotAnswer(
  { ask, answers, usersByEmail }: AnswerFacts,
  person: Answering,
): string | undefined {
  const { responders } = ask;
  const named = !responders || matchesOf(ask, person, usersByEmail).length > 0;
  if (!named)
    return `${person.ref} is not among those whom this step asks: ${responders
      .map(responderWords)
      .join(', ')}`;
  return answers.some(({ actor }) => actor === person.ref)
    ? `${person.ref} has answered already`
    : undefined;
}

/** What may be said to it. */
export function actionsOf({ kind }: StepAsk): StepAction[] {
  return kind === 'input' ? ['submit'] : ['approve', 'reject'];
}
