import { ExpressionError } from '../expressions/errors';
import { parseExpression } from '../expressions/parseExpression';

/** Whether evaluation will change this text (Kargo's delimiters). */
export function hasExpression(text: string): boolean {
  return text.includes('${{') || text.includes('${%');
}

export interface TemplateFault {
  message: string;
  /** Character of the text, counted from 0, where that is known. */
  offset: number;
}

const CLOSING: Record<string, string> = { '${{': '}}', '${%': '%}' };

/** What keeps a text with expressions from being parsed. */
export function templateFault(text: string): TemplateFault | undefined {
  const opening = /\$\{[{%]/g;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const end = text.indexOf(CLOSING[match[0]], opening.lastIndex);
    if (end < 0) {
      return {
        message: `${match[0]} has no ${CLOSING[match[0]]}`,
        offset: match.index,
      };
    }
    const fault = expressionFault(text.slice(opening.lastIndex, end));
    if (fault) {
      return { ...fault, offset: opening.lastIndex + fault.offset };
    }
    opening.lastIndex = end + 2;
  }
  return undefined;
}

function expressionFault(expression: string): TemplateFault | undefined {
  try {
    parseExpression(expression);
    return undefined;
  } catch (error) {
    if (!(error instanceof ExpressionError)) {
      throw error;
    }
    return { message: error.reason, offset: error.position?.offset ?? 0 };
  }
}
