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
    opening.lastIndex = end + 2;
  }
  return undefined;
}
