import type { Node } from '../ast';
import type { Token } from '../lexer/token';
import type { Cursor } from './cursor';
import { iterations } from './operators';

/** `name(a, b)`; the cursor stands before the bracket. */
export function parseNamedCall(
  cursor: Cursor,
  name: Token,
  how: { piped?: Node; builtinOnly?: boolean } = {},
): Node {
  const callee = cursor.count({
    kind: 'identifier',
    name: name.text,
    at: name.at,
  } as const);
  const args = [...(how.piped ? [how.piped] : []), ...parseArguments(cursor)];
  return cursor.count({
    kind: 'call',
    callee,
    arguments: args,
    builtinOnly: how.builtinOnly,
    at: name.at,
  });
}

export function parseArguments(cursor: Cursor): Node[] {
  cursor.expect('(');
  const args: Node[] = [];
  while (!cursor.is(')')) {
    if (args.length > 0) {
      cursor.expect(',');
      if (cursor.is(')')) {
        break;
      }
    }
    args.push(cursor.expression());
  }
  cursor.expect(')');
  return args;
}

/** `filter(list, predicate)` and its kin; `piped` is the list when it came from a pipe. */
export function parseIteration(
  cursor: Cursor,
  name: Token,
  piped?: Node,
): Node {
  const parts: { collection?: Node; predicate?: Node; extra?: Node } = {
    collection: piped,
  };
  const expected = iterations.get(name.text)!.slice(piped ? 1 : 0);
  cursor.expect('(');
  for (const [index, part] of expected.entries()) {
    if (cursor.is(')')) {
      if (part.endsWith('?')) {
        break;
      }
      cursor.fail(`expected at least ${expected.length} arguments`);
    }
    if (index > 0) {
      cursor.expect(',');
    }
    if (part.startsWith('predicate')) {
      parts.predicate = parsePredicate(cursor);
    } else {
      parts[part === 'collection' ? 'collection' : 'extra'] =
        cursor.expression();
    }
  }
  cursor.accept(',');
  cursor.expect(')');
  return cursor.count({
    kind: 'iteration',
    name: name.text,
    ...parts,
    collection: parts.collection!,
    at: name.at,
  });
}

/** An expression in which `#` is the element; in braces it may be a sequence. */
function parsePredicate(cursor: Cursor): Node {
  const braces = cursor.accept('{');
  cursor.predicates += 1;
  const node = braces ? cursor.sequence() : cursor.expression();
  if (!braces && cursor.is(';')) {
    cursor.fail('wrap predicate with brackets { and }');
  }
  cursor.predicates -= 1;
  if (braces) {
    cursor.expect('}');
  }
  return node;
}
