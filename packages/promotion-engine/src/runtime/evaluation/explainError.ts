import { ExpressionError } from '../../expressions';

/** What the language says of a mistake, and what it means to somebody who does not know the language. */
const MEANINGS: [RegExp, (...found: string[]) => string][] = [
  [
    /^cannot fetch (.+) from <?nil>?/,
    what =>
      `${what} is asked of something that is not there; check the names in the expression`,
  ],
  [
    /^cannot fetch (.+) from (\w+)/,
    (what, type) => `a value of type ${type} has no ${what}`,
  ],
  [
    /^(?:invalid operation|mismatched types|cannot use)/,
    () => 'the values do not fit what is done with them',
  ],
];

/** A sentence for everybody first, what the language says after it; other errors as they are. */
export function explainError(error: unknown): string {
  if (!(error instanceof ExpressionError) || !error.position)
    return (error as Error).message;
  const { field, message, reason } = error;
  const said = field === undefined ? message : message.slice(field.length + 2);
  const meant = meaningOf(reason);
  const sentence = meant === undefined ? said : `${meant}: ${said}`;
  return field === undefined ? sentence : `${field}: ${sentence}`;
}

function meaningOf(reason: string): string | undefined {
  for (const [pattern, say] of MEANINGS) {
    const found = pattern.exec(reason);
    if (found) return say(...found.slice(1));
  }
  // what functions of the host say is a sentence already
  return undefined;
}
