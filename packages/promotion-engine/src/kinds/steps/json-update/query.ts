import { Node } from 'jsonc-parser';

/** A condition on the items of a list: `#(path operator value)`. */
export interface Query {
  path: string;
  /** Absent: the path must be there. */
  operator?: string;
  value: string;
  all: boolean;
}

/** @returns undefined when the part is no condition. */
export function parseQuery(source: string): Query | undefined {
  const match = /^#\(([^]*)\)(#?)$/.exec(source);
  if (!match) return undefined;
  const all = match[2] === '#';
  const parts = /^([^]*?)(==|!=|<=|>=|=|<|>)([^]*)$/.exec(match[1]);
  if (!parts) return { path: match[1].trim(), value: '', all };
  const operator = parts[2] === '=' ? '==' : parts[2];
  return { path: parts[1].trim(), operator, value: literal(parts[3]), all };
}

function literal(written: string): string {
  const text = written.trim();
  if (!text.startsWith('"')) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

/** A text is compared as a text, a number as a number, anything else by how it is written. */
export function matchesQuery(query: Query, node: Node | undefined): boolean {
  if (!node) return false;
  if (query.operator === undefined) return true;
  if (node.type === 'number')
    return compares(query.operator, node.value, Number(query.value));
  const found = node.type === 'string' ? node.value : String(node.value);
  if (node.type === 'object' || node.type === 'array') return false;
  return compares(query.operator, found, query.value);
}

function compares<T extends string | number>(
  operator: string,
  left: T,
  right: T,
): boolean {
  switch (operator) {
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    default:
      return left >= right;
  }
}
