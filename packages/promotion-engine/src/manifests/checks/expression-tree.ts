import { Node } from '../../expressions';
import { childrenOf } from '../../expressions/astChildren';

/** A node and everything below it. */
export function nodesOf(root: Node): Node[] {
  const found: Node[] = [];
  const open = [root];
  while (open.length > 0) {
    const node = open.pop()!;
    found.push(node);
    open.push(...childrenOf(node));
  }
  return found;
}

export interface NamedPlace {
  name: string;
  /** Character of the expression, from 0. */
  at: number;
}

/** The functions that an expression calls by name. */
export function calledNames(root: Node): NamedPlace[] {
  return nodesOf(root).flatMap(node =>
    node.kind === 'call' && node.callee.kind === 'identifier'
      ? [{ name: node.callee.name, at: node.callee.at }]
      : [],
  );
}

/** The names that an expression takes of one of its variables: `a` of `vars.a` and of `vars["a"]`. */
export function membersOf(root: Node, variable: string): NamedPlace[] {
  return nodesOf(root).flatMap(node =>
    node.kind === 'member' &&
    node.object.kind === 'identifier' &&
    node.object.name === variable &&
    node.property.kind === 'literal' &&
    typeof node.property.value === 'string'
      ? [{ name: node.property.value, at: node.at }]
      : [],
  );
}

/** Whether the expression gives the same wherever it is evaluated. */
export function isConstant(root: Node): boolean {
  return nodesOf(root).every(
    ({ kind }) =>
      kind !== 'identifier' && kind !== 'call' && kind !== 'pointer',
  );
}
