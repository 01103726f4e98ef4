import { ZodType } from 'zod';
import {
  builtinFunctions,
  Environment,
  evaluate,
  Node,
  parseExpression,
  toJson,
} from '../../../expressions';
import { childrenOf } from '../../../expressions/astChildren';
import { AnyStepKind, defineStep, StepExample } from '../../../registry/step';
import { inFile } from './editFile';

export interface ParseConfig {
  path: string;
  outputs: { name: string; fromExpression: string }[];
}

/** Names that an expression takes from its environment. */
function freeNames(node: Node, bound: readonly string[] = []): string[] {
  switch (node.kind) {
    case 'identifier':
      return bound.includes(node.name) ? [] : [node.name];
    case 'call':
      return [
        ...(node.callee.kind === 'member' ? [node.callee] : []),
        ...node.arguments,
      ].flatMap(part => freeNames(part, bound));
    case 'let':
      return [
        ...freeNames(node.value, bound),
        ...freeNames(node.body, [...bound, node.name]),
      ];
    default:
      return childrenOf(node).flatMap(part => freeNames(part, bound));
  }
}

/**
 * Outputs by expressions over a document: its keys are names, `$env` is all of it, and a list can only be reached so.
 * A name that the document lacks is an error, as in Kargo.
 * @throws Error that names the output
 */
export function outputsOf(
  document: unknown,
  outputs: ParseConfig['outputs'],
): Record<string, unknown> {
  const environment = (document ?? {}) as Environment;
  const names =
    typeof environment === 'object' && !Array.isArray(environment)
      ? Object.keys(environment)
      : [];
  const values = outputs.map(({ name, fromExpression }) => {
    try {
      const expression = parseExpression(fromExpression);
      const missing = freeNames(expression.root).find(
        free => free !== '$env' && !names.includes(free),
      );
      if (missing !== undefined)
        throw new Error(`there is no "${missing}" in the file`);
      const value = evaluate(expression, environment, {
        functions: builtinFunctions,
      });
      return [name, toJson(value)];
    } catch (error) {
      throw new Error(`output ${name}: ${(error as Error).message}`);
    }
  });
  return Object.fromEntries(values);
}

/** A step that reads values from a file; the three of Kargo differ in the format. */
export function defineParseStep(kind: {
  id: string;
  schema: ZodType<ParseConfig>;
  examples: readonly StepExample[];
  parse(text: string): unknown;
}): AnyStepKind {
  const { id, schema, examples, parse } = kind;
  return defineStep<ParseConfig, 'workspace'>({
    id,
    effect: 'workspace',
    schema,
    capabilities: ['workspace'],
    examples,
    async run({ workspace }, { path, outputs }) {
      const text = await workspace.readText(path);
      const output = inFile(path, () => outputsOf(parse(text), outputs));
      return { status: 'succeeded', output };
    },
  });
}
