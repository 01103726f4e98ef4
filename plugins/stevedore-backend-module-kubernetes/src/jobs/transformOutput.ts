import {
  evaluate,
  parseExpression,
  toJson,
  utilityFunctions,
} from '@stevedore/promotion-engine/expressions';

/**
 * Outputs made of what a container gave: each value is an expression, without delimiters, that sees it as `output`.
 * @throws Error that names the key whose expression fails
 */
export function transformOutput(
  output: Record<string, unknown>,
  transform: Readonly<Record<string, string>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(transform).map(([key, text]) => {
      try {
        const value = evaluate(
          parseExpression(text),
          { output },
          { functions: utilityFunctions },
        );
        return [key, toJson(value)];
      } catch (error) {
        throw new Error(
          `output.transform.${key} cannot be evaluated: ${
            (error as Error).message
          }`,
        );
      }
    }),
  );
}
