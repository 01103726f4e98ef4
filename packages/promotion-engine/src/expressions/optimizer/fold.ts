import type { Binary, Literal, Node, Unary } from '../ast';
import type { Budget } from '../limits';
import { applyBinary, applyUnary } from '../evaluator/operators';

const FOLDED = new Set(['+', '-', '*', '/', '%', '**', '^']);

/**
 * Computes what is constant, as expr-lang does before it runs an expression. It shows: `x && true` is `x`
 * whatever `x` is, and `1 % 0` is an error even where it would never be reached (`Fault`).
 */
export function fold(node: Node, budget: Budget): Node {
  if (node.kind === 'binary') {
    return foldBinary(node, budget);
  }
  return node.kind === 'unary' ? foldUnary(node) : node;
}

function foldBinary(node: Binary, budget: Budget): Node {
  const { left, right, operator } = node;
  switch (operator) {
    case '&&':
    case 'and':
      return foldLogic(node, true);
    case '||':
    case 'or':
      return foldLogic(node, false);
    case '==':
      return foldEquality(node);
    default:
      return FOLDED.has(operator) && isNumeric(left) && isNumeric(right)
        ? literal(
            node,
            applyBinary(operator, [left.value, right.value] as never, budget),
          )
        : foldText(node);
  }
}

/** `neutral` is the constant that leaves the other side as it is. */
function foldLogic(node: Binary, neutral: boolean): Node {
  const { left, right } = node;
  if (isBool(left) && left.value === neutral) {
    return right;
  }
  if (isBool(right) && right.value === neutral) {
    return left;
  }
  return isBool(left) || isBool(right) ? literal(node, !neutral) : node;
}

function foldEquality(node: Binary): Node {
  const { left, right } = node;
  const alike =
    (isInt(left) && isInt(right)) ||
    (isText(left) && isText(right)) ||
    (isBool(left) && isBool(right));
  return alike
    ? literal(node, (left as Literal).value === (right as Literal).value)
    : node;
}

function foldText(node: Binary): Node {
  const { left, right } = node;
  const texts = node.operator === '+' && isText(left) && isText(right);
  return texts
    ? literal(node, (left.value as string) + (right.value as string))
    : node;
}

function foldUnary(node: Unary): Node {
  const { operand, operator } = node;
  const negation = operator === '!' || operator === 'not';
  const constant = negation ? isBool(operand) : isNumeric(operand);
  return constant
    ? literal(node, applyUnary(operator, (operand as Literal).value))
    : node;
}

function literal(node: Node, value: unknown): Literal {
  return { kind: 'literal', value: value as Literal['value'], at: node.at };
}

function isNumeric(node: Node): node is Literal {
  return (
    node.kind === 'literal' &&
    (typeof node.value === 'bigint' || typeof node.value === 'number')
  );
}

function isInt(node: Node): node is Literal {
  return node.kind === 'literal' && typeof node.value === 'bigint';
}

function isBool(node: Node): node is Literal {
  return node.kind === 'literal' && typeof node.value === 'boolean';
}

function isText(node: Node): node is Literal {
  return node.kind === 'literal' && typeof node.value === 'string';
}
