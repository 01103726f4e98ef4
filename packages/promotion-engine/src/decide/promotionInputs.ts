import { hasExpressions } from '../expressions';
import { ExpressionVariable, Stage } from '../model/definition';

/** What was given to a promotion cannot be; the message says what to give. */
export class InputError extends Error {
  override name = 'InputError';
}

/**
 * The variables that a request brings to its promotion: every input that the stage asks for, as text. What nobody gave
 * is the first choice, or empty. They are never evaluated, so nobody can read a secret by way of them.
 * @throws InputError for an input that the stage does not ask for, lacks, or that may not be this
 */
export function inputVariables(
  stage: Stage,
  given: Readonly<Record<string, string>>,
  automatic: boolean,
): ExpressionVariable[] {
  const inputs = stage.inputs ?? [];
  const names = inputs.map(({ name }) => name);
  const unknown = Object.keys(given).find(name => !names.includes(name));
  if (unknown !== undefined) {
    throw new InputError(
      `${stage.name} asks for no input ${unknown}; ${
        names.length > 0
          ? `it asks for ${names.join(', ')}`
          : 'it asks for none'
      }`,
    );
  }
  return inputs.map(({ name, choices = [] }) => {
    const value = Object.hasOwn(given, name) ? given[name] : choices[0] ?? '';
    if (value === '' && !automatic) {
      throw new InputError(`${stage.name} needs the input ${name}`);
    }
    if (choices.length > 0 && !choices.includes(value)) {
      throw new InputError(
        `the input ${name} is one of ${choices.join(', ')}, not ${value}`,
      );
    }
    if (hasExpressions(value)) {
      throw new InputError(`the input ${name} is a text, not an expression`);
    }
    return { name, value };
  });
}
