import {
  evaluateTemplate,
  ExpressionError,
  kargoFunctions,
  parseTemplate,
  TemplateExpression,
} from '../../expressions';
import { Checker } from '../../expressions/checker/checker';
import { Finding } from '../document';
import { Path } from '../path';
import { hasExpression } from '../templates';
import { isConstant } from './expression-tree';
import { expressionFindings } from './expressions';

/** A step's `if`: it parses and can be true or false. */
export function conditionFindings(
  condition: string | undefined,
  path: Path,
): Finding[] {
  if (condition === undefined) return [];
  if (!hasExpression(condition)) {
    return [
      {
        path,
        severity: 'warning',
        message:
          'The condition has no ${{ }}, so it is a text and never true or false; the step will err.',
        cure: `Write \${{ ${condition} }}.`,
      },
    ];
  }
  const findings = expressionFindings([{ text: condition, path }]);
  const result = findings.length === 0 ? constantResult(condition) : undefined;
  return result === undefined
    ? findings
    : [
        {
          path,
          message: `The condition is always ${result}, never true or false.`,
          cure: 'Write one expression that gives true or false, between ${{ and }}, with nothing around it.',
        },
      ];
}

/** Words for what a condition gives that can be no boolean; undefined when it can. */
function constantResult(condition: string): string | undefined {
  const parts = parseTemplate(condition);
  if (parts.every(({ ast }) => ast && isConstant(ast.root))) {
    return constantValue(condition);
  }
  const around = textAround(condition, parts);
  if (around !== '') {
    // only what spells a boolean can be one, such as tr${{ … }}
    return /^[a-zA-Z01]*$/.test(around) ? undefined : 'a text';
  }
  const [{ ast }] = parts;
  return parts.length === 1 && ast
    ? WORDS[new Checker(ast.source, kargoFunctions).check(ast.root).kind]
    : undefined;
}

/** Types whose values are never coerced to a boolean; a text may be. */
const WORDS: Record<string, string | undefined> = {
  int: 'a number',
  float: 'a number',
  array: 'a list',
  map: 'an object',
  nil: 'nil',
};

function constantValue(condition: string): string | undefined {
  try {
    const value = evaluateTemplate(condition, {}, {});
    return typeof value === 'boolean' ? undefined : JSON.stringify(value);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return 'an error';
  }
}

/** What stands outside of the delimiters; one line break at the end does not count. */
function textAround(text: string, parts: TemplateExpression[]): string {
  let rest = text.endsWith('\n') ? text.slice(0, -1) : text;
  for (const part of [...parts].reverse()) {
    rest =
      rest.slice(0, part.offset - 3) +
      rest.slice(part.offset + part.text.length + 2);
  }
  return rest;
}
