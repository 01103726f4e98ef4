import {
  ExpressionError,
  hasExpressions,
  parseExpression,
  parseTemplate,
} from '../expressions';

/** Whether evaluation will change this text (Kargo's delimiters). */
export const hasExpression = hasExpressions;

export interface TemplateFault {
  message: string;
  /** Character of the text, counted from 0, where that is known. */
  offset: number;
}

/** What keeps a text with expressions from being parsed. */
export function templateFault(text: string): TemplateFault | undefined {
  try {
    const wrong = parseTemplate(text).find(part => part.error);
    return wrong?.error && faultOf(wrong.error, wrong.offset);
  } catch (error) {
    if (!(error instanceof ExpressionError)) {
      throw error;
    }
    return faultOf(error, 0);
  }
}

function faultOf(error: ExpressionError, offset: number): TemplateFault {
  return {
    message: error.reason,
    offset: offset + (error.position?.offset ?? 0),
  };
}

/** What keeps a bare expression, which stands without delimiters, from being parsed. */
export function expressionFault(expression: string): TemplateFault | undefined {
  try {
    parseExpression(expression);
    return undefined;
  } catch (error) {
    if (!(error instanceof ExpressionError)) {
      throw error;
    }
    return faultOf(error, 0);
  }
}
