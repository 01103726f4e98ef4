import type { Member, Node } from '../ast';
import { isName } from '../lexer/characters';
import { parseArguments } from './call';
import type { Cursor } from './cursor';

/** Members, calls of methods, indexes and slices that follow an operand. */
export function parsePostfix(cursor: Cursor, operand: Node): Node {
  let node = operand;
  for (;;) {
    if (cursor.is('.')) {
      cursor.take();
      node = parseMember(cursor, node, false);
    } else if (cursor.is('?.')) {
      const { at } = cursor.take();
      node = cursor.is('[')
        ? parseOptionalIndex(cursor, node, at)
        : parseMember(cursor, node, true);
    } else if (cursor.is('[')) {
      node = parseIndex(cursor, node);
    } else {
      return node;
    }
  }
}

/** `.name` continues a chain of `?.`: once one part of it found nil, the rest is skipped. */
function parseMember(cursor: Cursor, node: Node, optional: boolean): Node {
  const name = cursor.current;
  const isWord =
    name.kind === 'identifier' ||
    (name.kind === 'operator' && isName(name.text));
  if (!isWord) {
    cursor.fail('expected name', name.at);
  }
  cursor.take();
  const chained = node.kind === 'chain';
  const property = cursor.count({
    kind: 'literal',
    value: name.text,
    at: name.at,
  } as const);
  const object = chained ? node.node : node;
  const member: Member = cursor.count({
    kind: 'member',
    object,
    property,
    optional,
    at: name.at,
  });
  const result: Node = cursor.is('(')
    ? cursor.count({
        kind: 'call',
        callee: member,
        arguments: parseArguments(cursor),
        at: name.at,
      })
    : member;
  return chained || optional
    ? cursor.count({ kind: 'chain', node: result, at: name.at })
    : result;
}

/** An index ends the chain before it; `?.[…]` begins one. */
function parseOptionalIndex(cursor: Cursor, node: Node, at: number): Node {
  const indexed = parseIndex(cursor, node);
  if (indexed.kind !== 'member') {
    return indexed;
  }
  return cursor.count({
    kind: 'chain',
    node: { ...indexed, optional: true },
    at,
  });
}

function parseIndex(cursor: Cursor, object: Node): Node {
  const { at } = cursor.expect('[');
  const from = cursor.is(':') ? undefined : cursor.expression();
  if (!cursor.accept(':')) {
    cursor.expect(']');
    return cursor.count({
      kind: 'member',
      object,
      property: from!,
      optional: false,
      at,
    });
  }
  const to = cursor.is(']') ? undefined : cursor.expression();
  cursor.expect(']');
  return cursor.count({ kind: 'slice', object, from, to, at });
}
