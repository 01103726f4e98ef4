import type {
  ArrayLiteral,
  Binary,
  Call,
  Iteration,
  Literal,
  Member,
  Node,
} from '../ast';

/**
 * The rewritings of expr-lang's optimizer that change what an expression means, and no others.
 * `isInt` says whether a node was found to be an int before evaluation.
 */
export function rewrite(node: Node, isInt: (node: Node) => boolean): Node {
  switch (node.kind) {
    case 'binary':
      return node.operator === 'in'
        ? rewriteIn(node, isInt)
        : rewriteCount(node);
    case 'member':
      return rewriteIndex(node);
    case 'call':
      return rewriteEnd(node);
    case 'iteration':
      return rewriteSum(node);
    default:
      return node;
  }
}

/** A list of strings becomes a set of strings, in which other things cannot even be looked for; a range is never built. */
function rewriteIn(node: Binary, isInt: (node: Node) => boolean): Node {
  const { left, right, at } = node;
  if (right.kind === 'array' && right.elements.length > 0) {
    const texts = right.elements.map(element =>
      element.kind === 'literal' ? element.value : null,
    );
    return texts.every((text): text is string => typeof text === 'string')
      ? { kind: 'inStrings', left, strings: new Set(texts), at }
      : node;
  }
  if (right.kind === 'binary' && right.operator === '..' && isInt(left)) {
    const from = intOf(right.left);
    const to = intOf(right.right);
    return from === undefined || to === undefined
      ? node
      : { kind: 'between', left, from, to, at };
  }
  return node;
}

/** `count(…) > n` stops counting as soon as the answer is known, so that later elements are never looked at. */
function rewriteCount(node: Binary): Node {
  const { left, right, operator } = node;
  const limit = intOf(right);
  if (
    left.kind !== 'iteration' ||
    left.name !== 'count' ||
    limit === undefined
  ) {
    return node;
  }
  const enough = operator === '>' ? limit + 1n : limit;
  const applies = (operator === '>' || operator === '>=') && enough > 0n;
  return applies
    ? { ...node, left: { ...left, enough: Number(enough) } }
    : node;
}

/** `filter(…)[0]` and `filter(…)[-1]` look for one element only. */
function rewriteIndex(node: Member): Node {
  const index = intOf(node.property);
  if (
    !isFilter(node.object) ||
    node.optional ||
    (index !== 0n && index !== -1n)
  ) {
    return node;
  }
  return {
    ...node.object,
    name: index === 0n ? 'find' : 'findLast',
    mustFind: true,
  };
}

/** `first(filter(…))` and `last(filter(…))` look for one element only. */
function rewriteEnd(node: Call): Node {
  const [argument] = node.arguments;
  const name = node.callee.kind === 'identifier' ? node.callee.name : '';
  if (
    node.arguments.length !== 1 ||
    !isFilter(argument) ||
    (name !== 'first' && name !== 'last')
  ) {
    return node;
  }
  return { ...argument, name: name === 'first' ? 'find' : 'findLast' };
}

/** `sum([a, b])` is `a + b`, so that it can join strings; constants were put together before. */
function rewriteSum(node: Iteration): Node {
  const list = node.collection;
  if (
    node.name !== 'sum' ||
    node.predicate ||
    list.kind !== 'array' ||
    list.elements.length < 2 ||
    isConstant(list)
  ) {
    return node;
  }
  const [first, ...others] = list.elements;
  return others.reduce(
    (left, right) =>
      ({ kind: 'binary', operator: '+', left, right, at: node.at } as Binary),
    first,
  );
}

function isConstant(list: ArrayLiteral): boolean {
  const types = new Set(['bigint', 'number', 'string', 'boolean']);
  return list.elements.every(
    element => element.kind === 'literal' && types.has(typeof element.value),
  );
}

function isFilter(node: Node): node is Iteration {
  return node.kind === 'iteration' && node.name === 'filter';
}

function intOf(node: Node): bigint | undefined {
  const value = node.kind === 'literal' ? (node as Literal).value : undefined;
  return typeof value === 'bigint' ? value : undefined;
}
