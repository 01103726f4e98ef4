import type { Ast } from '../ast';
import { ExpressionError } from '../errors';
import { parseExpression } from '../parseExpression';

/** A piece of a template: text that stays, or an expression between its delimiters. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'expression';
      readonly text: string;
      /** Where the expression starts in the template, after the delimiter. */
      readonly offset: number;
    };

const OPENING = /\$\{\{|\$\{%/;

/** Whether evaluation does anything to the text: one without delimiters is left as it is, even `"42"`. */
export function hasExpressions(template: string): boolean {
  return OPENING.test(template);
}

/**
 * Splits a template. The end of an expression is the first closing delimiter, also inside a string or a map;
 * an empty pair of delimiters ends everything, what follows is text. Source of the rules: Kargo's
 * `expressions.EvaluateTemplate` (fasttemplate). Throws `ExpressionError` for an expression without an end.
 */
export function splitTemplate(template: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let position = 0;
  for (;;) {
    const start = template.slice(position).search(OPENING);
    if (start < 0) {
      break;
    }
    const opening = position + start;
    const offset = opening + 3;
    const closing = template[opening + 2] === '{' ? '}}' : '%}';
    const end = template.indexOf(closing, offset);
    if (end < 0) {
      throw new ExpressionError(`unclosed expression: ${closing} is missing`, {
        source: template,
        offset: opening,
      });
    }
    parts.push({ kind: 'text', text: template.slice(position, opening) });
    position = end + 2;
    if (end === offset) {
      break;
    }
    parts.push({
      kind: 'expression',
      text: template.slice(offset, end),
      offset,
    });
  }
  return [...parts, { kind: 'text', text: template.slice(position) }];
}

/** An expression of a template as lint sees it: parsed, or the error that keeps it from being parsed. */
export interface TemplateExpression {
  readonly text: string;
  readonly offset: number;
  readonly ast?: Ast;
  readonly error?: ExpressionError;
}

/** Every expression of a template, for lint. Throws `ExpressionError` for an expression without an end. */
export function parseTemplate(template: string): TemplateExpression[] {
  return splitTemplate(template).flatMap(part =>
    part.kind === 'text' ? [] : [parsePart(part.text, part.offset)],
  );
}

function parsePart(text: string, offset: number): TemplateExpression {
  try {
    return { text, offset, ast: parseExpression(text) };
  } catch (error) {
    if (error instanceof ExpressionError) {
      return { text, offset, error };
    }
    throw error;
  }
}
