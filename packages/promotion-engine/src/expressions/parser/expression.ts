import type { Node } from '../ast';
import type { Token } from '../lexer/token';
import { parseIteration, parseNamedCall } from './call';
import type { Cursor } from './cursor';
import {
  binaryOperators,
  comparisons,
  iterations,
  negatable,
} from './operators';
import { parseOperand } from './operand';

/** `a; b; c`; a semicolon may stand at the very end. */
export function parseSequence(cursor: Cursor): Node {
  const nodes = [cursor.expression()];
  const { at } = nodes[0];
  while (cursor.accept(';') && cursor.current.kind !== 'end') {
    nodes.push(cursor.expression());
  }
  return nodes.length === 1
    ? nodes[0]
    : cursor.count({ kind: 'sequence', nodes, at });
}

/** An expression whose operators bind at least as tightly as `precedence` (a Pratt parser). */
export function parseOperation(cursor: Cursor, precedence: number): Node {
  if (precedence === 0 && cursor.is('let')) {
    return parseLet(cursor);
  }
  if (precedence === 0 && cursor.is('if')) {
    return parseIf(cursor);
  }
  const node = parseOperators(cursor, parseOperand(cursor), precedence);
  return precedence === 0 ? parseTernary(cursor, node) : node;
}

function parseOperators(cursor: Cursor, first: Node, precedence: number): Node {
  let left = first;
  let previous = '';
  while (cursor.current.kind === 'operator') {
    const negated = cursor.is('not');
    const operator = negated ? cursor.following : cursor.current;
    const rule = binaryOperators.get(operator.text);
    if (
      negated &&
      !(operator.kind === 'operator' && negatable.has(operator.text))
    ) {
      cursor.unexpected(operator);
    }
    if (!rule || rule.precedence < precedence) {
      return left;
    }
    if (negated) {
      cursor.take();
    }
    cursor.take();
    if (previous === '??' && operator.text !== '??' && operator.text !== '|') {
      cursor.fail(
        `operator ${operator.text} and ?? cannot be mixed; put either in parentheses`,
        operator.at,
      );
    }
    left = parseRight(cursor, left, {
      operator,
      precedence: rule.right ? rule.precedence : rule.precedence + 1,
      negated,
    });
    previous = operator.text;
  }
  return left;
}

function parseRight(
  cursor: Cursor,
  left: Node,
  {
    operator,
    precedence,
    negated,
  }: { operator: Token; precedence: number; negated: boolean },
): Node {
  if (operator.text === '|') {
    return parsePipe(cursor, left);
  }
  if (comparisons.has(operator.text)) {
    return parseComparison(cursor, left, operator);
  }
  const right = cursor.expression(precedence);
  const node = binary(cursor, operator, [left, right]);
  return negated
    ? cursor.count({
        kind: 'unary',
        operator: 'not',
        operand: node,
        at: operator.at,
      })
    : node;
}

/** `value | name(arguments)` calls the function with the value as its first argument. */
function parsePipe(cursor: Cursor, left: Node): Node {
  const name = cursor.expectName();
  return iterations.has(name.text)
    ? parseIteration(cursor, name, left)
    : parseNamedCall(cursor, name, { piped: left });
}

/** `a < b <= c` is `a < b && b <= c`. */
function parseComparison(
  cursor: Cursor,
  first: Node,
  firstOperator: Token,
): Node {
  let operator = firstOperator;
  let left = first;
  let result: Node | undefined;
  for (;;) {
    const right = cursor.expression(
      binaryOperators.get(operator.text)!.precedence + 1,
    );
    const comparison = binary(cursor, operator, [left, right]);
    result = result
      ? binary(cursor, { ...operator, text: '&&' }, [result, comparison])
      : comparison;
    left = right;
    if (
      cursor.current.kind !== 'operator' ||
      !comparisons.has(cursor.current.text)
    ) {
      return result;
    }
    operator = cursor.take();
  }
}

function binary(
  cursor: Cursor,
  operator: Token,
  [left, right]: [Node, Node],
): Node {
  return cursor.count({
    kind: 'binary',
    operator: operator.text,
    left,
    right,
    at: operator.at,
  });
}

function parseTernary(cursor: Cursor, test: Node): Node {
  let node = test;
  while (cursor.is('?')) {
    const { at } = cursor.take();
    // `a ?: b` is `a ? a : b`
    const then = cursor.is(':') ? node : cursor.expression();
    cursor.expect(':');
    node = cursor.count({
      kind: 'conditional',
      test: node,
      then,
      otherwise: cursor.expression(),
      at,
    });
  }
  return node;
}

function parseIf(cursor: Cursor): Node {
  const { at } = cursor.expect('if');
  const test = cursor.expression();
  const then = parseBlock(cursor);
  cursor.expect('else');
  const otherwise = cursor.is('if')
    ? cursor.nested(() => parseIf(cursor))
    : parseBlock(cursor);
  return cursor.count({ kind: 'conditional', test, then, otherwise, at });
}

function parseBlock(cursor: Cursor): Node {
  cursor.expect('{');
  const node = cursor.sequence();
  cursor.expect('}');
  return node;
}

function parseLet(cursor: Cursor): Node {
  cursor.expect('let');
  const name = cursor.expectName();
  cursor.expect('=');
  const value = cursor.expression();
  cursor.expect(';');
  const body = cursor.sequence();
  return cursor.count({
    kind: 'let',
    name: name.text,
    value,
    body,
    at: name.at,
  });
}
