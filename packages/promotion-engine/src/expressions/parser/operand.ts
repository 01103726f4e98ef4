import type { Node } from '../ast';
import type { Token } from '../lexer/token';
import { parseIteration, parseNamedCall } from './call';
import type { Cursor } from './cursor';
import { parseNumber } from './number';
import { iterations, unaryOperators } from './operators';
import { parsePostfix } from './postfix';

/** What operators stand between: a literal, a name, a call, something in brackets, with all that follows it. */
export function parseOperand(cursor: Cursor): Node {
  const token = cursor.current;
  const unary =
    token.kind === 'operator' ? unaryOperators.get(token.text) : undefined;
  if (unary) {
    cursor.take();
    const operand = cursor.expression(unary.precedence);
    return parsePostfix(
      cursor,
      cursor.count({
        kind: 'unary',
        operator: token.text,
        operand,
        at: token.at,
      }),
    );
  }
  if (cursor.accept('(')) {
    const node = cursor.sequence();
    cursor.expect(')');
    return parsePostfix(cursor, node);
  }
  if (cursor.predicates > 0 && (cursor.is('#') || cursor.is('.'))) {
    return parsePostfix(cursor, parsePointer(cursor));
  }
  if (cursor.accept('::')) {
    const name = cursor.expectName();
    return parsePostfix(cursor, parseCallOf(cursor, name, true));
  }
  return parseSimple(cursor, token);
}

/** `#`, `#index`, `#acc`; `.name` stands for `#.name`. */
function parsePointer(cursor: Cursor): Node {
  const { at } = cursor.current;
  let name = '';
  if (cursor.accept('#') && cursor.current.kind === 'identifier') {
    name = cursor.take().text;
  }
  return cursor.count({ kind: 'pointer', name, at });
}

function parseSimple(cursor: Cursor, token: Token): Node {
  switch (token.kind) {
    case 'identifier':
      cursor.take();
      return parseName(cursor, token);
    case 'number':
      cursor.take();
      return parsePostfix(cursor, cursor.count(parseNumber(cursor, token)));
    case 'string':
    case 'bytes':
      cursor.take();
      return parsePostfix(
        cursor,
        cursor.count({
          kind: 'literal',
          value: token.bytes ?? token.text,
          at: token.at,
        }),
      );
    default:
      return parsePostfix(cursor, parseCollection(cursor));
  }
}

const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['nil', null],
]);

function parseName(cursor: Cursor, name: Token): Node {
  const word = WORDS.get(name.text);
  if (word !== undefined) {
    // nothing can follow these: `nil.a` and `true[0]` are errors
    return cursor.count({ kind: 'literal', value: word, at: name.at });
  }
  if (cursor.is('(')) {
    return parsePostfix(cursor, parseCallOf(cursor, name, false));
  }
  return parsePostfix(
    cursor,
    cursor.count({ kind: 'identifier', name: name.text, at: name.at }),
  );
}

function parseCallOf(cursor: Cursor, name: Token, builtinOnly: boolean): Node {
  return iterations.has(name.text)
    ? parseIteration(cursor, name)
    : parseNamedCall(cursor, name, { builtinOnly });
}

function parseCollection(cursor: Cursor): Node {
  if (cursor.is('[')) {
    return parseArray(cursor);
  }
  return cursor.is('{') ? parseMap(cursor) : cursor.unexpected();
}

function parseArray(cursor: Cursor): Node {
  const { at } = cursor.expect('[');
  const elements: Node[] = [];
  while (!cursor.is(']')) {
    if (elements.length > 0) {
      cursor.expect(',');
      if (cursor.is(']')) {
        break;
      }
    }
    elements.push(cursor.expression());
  }
  cursor.expect(']');
  return cursor.count({ kind: 'array', elements, at });
}

function parseMap(cursor: Cursor): Node {
  const { at } = cursor.expect('{');
  const entries: { key: Node; value: Node }[] = [];
  while (!cursor.is('}')) {
    if (entries.length > 0) {
      cursor.expect(',');
      if (cursor.is('}')) {
        break;
      }
    }
    const key = parseKey(cursor);
    cursor.expect(':');
    entries.push({ key, value: cursor.expression() });
  }
  cursor.expect('}');
  return cursor.count({ kind: 'map', entries, at });
}

/** A name, a string or a number stands for its own text; any expression may stand in parentheses. */
function parseKey(cursor: Cursor): Node {
  const { kind, at } = cursor.current;
  if (kind === 'identifier' || kind === 'string' || kind === 'number') {
    return cursor.count({ kind: 'literal', value: cursor.take().text, at });
  }
  if (cursor.is('(')) {
    return cursor.expression();
  }
  return cursor.fail(
    'a map key must be a name, a string, a number or an expression in parentheses',
  );
}
