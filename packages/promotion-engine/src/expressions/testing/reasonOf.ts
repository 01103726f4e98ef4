import { ExpressionError } from '../errors';
import { evaluate } from '../evaluate';
import { parseExpression } from '../parseExpression';
import { evaluateTemplate } from '../template/evaluateTemplate';

/**
 * Why an input ends with an error of the language; undefined: it has a value. With `template` it stands in one.
 *
 * @throws what is no error of the language: there must be none
 */
export function reasonOf(
  input: string,
  environment: Record<string, unknown>,
  template = false,
): string | undefined {
  try {
    if (template) evaluateTemplate(`a\${{${input}}}`, environment, { now: 0 });
    else evaluate(parseExpression(input), environment, { now: 0 });
    return undefined;
  } catch (error) {
    if (error instanceof ExpressionError) return error.reason;
    throw error;
  }
}
