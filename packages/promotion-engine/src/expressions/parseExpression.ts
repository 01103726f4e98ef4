import type { Ast } from './ast';
import { heightOf } from './astChildren';
import { MAX_HEIGHT } from './limits';
import { Cursor } from './parser/cursor';
import { parseOperation, parseSequence } from './parser/expression';

/**
 * Reads an expression of the expr-lang language (version 1.17, as Kargo uses it).
 * Throws `ExpressionError` with the place of the first error. Whether its parts fit together is found by
 * `checkExpression`, and by evaluation.
 */
export function parseExpression(text: string): Ast {
  const cursor = new Cursor(text, {
    expression: parseOperation,
    sequence: parseSequence,
  });
  const root = cursor.sequence();
  if (cursor.current.kind !== 'end') {
    cursor.unexpected();
  }
  if (heightOf(root) > MAX_HEIGHT) {
    cursor.fail('expression is nested too deeply', 0);
  }
  return { source: text, root };
}
