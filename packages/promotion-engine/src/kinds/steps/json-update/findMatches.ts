import { Node } from 'jsonc-parser';
import { compileRegex, TextMatcher } from '../../../model/patterns';
import { parsePath, PathPart } from './parsePath';
import { matchesQuery, parseQuery } from './query';

/**
 * What a search finds, in the syntax of tidwall/gjson, which Kargo's keys are written in: `*` and `?` in a name take
 * the first member that leads somewhere, `#` is every item of a list, `#(name=="x")` the first that fits and
 * `#(name=="x")#` all. Pipes (`|`) and modifiers (`@reverse`) give values that stand nowhere in the file, so they find
 * nothing to replace.
 */
export function findMatches(root: Node | undefined, parts: PathPart[]): Node[] {
  if (!root || parts.some(isComputed)) return [];
  return walk(root, parts);
}

/** Of gjson; any other name after an `@` is the name of a member. */
const MODIFIER =
  /^@(pretty|ugly|reverse|this|flatten|join|valid|keys|values|tostr|fromstr|group|dig)(?![^.|:])/;

const isComputed = ({ source }: PathPart): boolean =>
  MODIFIER.test(source) || /\|/.test(source.replace(/\\.|#\(.*\)/gs, ''));

function walk(node: Node, parts: PathPart[]): Node[] {
  if (parts.length === 0) return [node];
  const [first, ...rest] = parts;
  if (node.type === 'object') return inObject(node, first, rest);
  if (node.type !== 'array') return [];
  const items = node.children ?? [];
  if (first.source === '#')
    return rest.length === 0 ? [] : items.flatMap(item => walk(item, rest));
  const query = parseQuery(first.source);
  if (!query) {
    const item = /^\d+$/.test(first.source)
      ? items[Number(first.source)]
      : undefined;
    return item ? walk(item, rest) : [];
  }
  const fitting = items.filter(item =>
    matchesQuery(query, query.path ? valueAt(item, query.path) : item),
  );
  return (query.all ? fitting : fitting.slice(0, 1)).flatMap(item =>
    walk(item, rest),
  );
}

const valueAt = (node: Node, path: string): Node | undefined =>
  findMatches(node, parsePath(path).parts)[0];

function inObject(node: Node, first: PathPart, rest: PathPart[]): Node[] {
  const fits = patternOf(first.source);
  for (const member of node.children ?? []) {
    const [key, value] = member.children ?? [];
    if (!value || !fits(String(key.value))) continue;
    const found = walk(value, rest);
    if (found.length > 0) return found;
  }
  return [];
}

/** `*` and `?` in a name; as RE2, so that no pattern takes long. */
function patternOf(source: string): TextMatcher {
  const pieces = source.match(/\\.|\*+|[^]/gu) ?? [];
  const expression = pieces.map(piece => {
    if (piece.startsWith('*')) return '.*';
    if (piece === '?') return '.';
    const literal = piece.startsWith('\\') ? piece.slice(1) : piece;
    return literal.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
  });
  return compileRegex(`(?s)^${expression.join('')}$`);
}
