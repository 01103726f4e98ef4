import type { Node } from './ast';

/** The parts of a node, in the order in which they are evaluated. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'unary':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'conditional':
      return [node.test, node.then, node.otherwise];
    case 'member':
      return [node.object, node.property];
    case 'slice':
      return present(node.object, node.from, node.to);
    case 'chain':
      return [node.node];
    case 'call':
      return [node.callee, ...node.arguments];
    case 'iteration':
      return present(node.collection, node.predicate, node.extra);
    case 'array':
      return node.elements;
    case 'map':
      return node.entries.flatMap(entry => [entry.key, entry.value]);
    case 'let':
      return [node.value, node.body];
    case 'sequence':
      return node.nodes;
    case 'inStrings':
    case 'between':
      return [node.left];
    default:
      return [];
  }
}

/** The same node with every part replaced by what `change` makes of it. */
export function mapChildren(node: Node, change: (child: Node) => Node): Node {
  switch (node.kind) {
    case 'unary':
      return { ...node, operand: change(node.operand) };
    case 'binary':
      return { ...node, left: change(node.left), right: change(node.right) };
    case 'conditional':
      return {
        ...node,
        test: change(node.test),
        then: change(node.then),
        otherwise: change(node.otherwise),
      };
    case 'member':
      return {
        ...node,
        object: change(node.object),
        property: change(node.property),
      };
    case 'slice':
      return {
        ...node,
        object: change(node.object),
        from: node.from && change(node.from),
        to: node.to && change(node.to),
      };
    case 'chain':
      return { ...node, node: change(node.node) };
    case 'call':
      return {
        ...node,
        callee: change(node.callee) as typeof node.callee,
        arguments: node.arguments.map(change),
      };
    case 'iteration':
      return {
        ...node,
        collection: change(node.collection),
        predicate: node.predicate && change(node.predicate),
        extra: node.extra && change(node.extra),
      };
    case 'array':
      return { ...node, elements: node.elements.map(change) };
    case 'map':
      return {
        ...node,
        entries: node.entries.map(({ key, value }) => ({
          key: change(key),
          value: change(value),
        })),
      };
    case 'let':
      return { ...node, value: change(node.value), body: change(node.body) };
    case 'sequence':
      return { ...node, nodes: node.nodes.map(change) };
    case 'inStrings':
    case 'between':
      return { ...node, left: change(node.left) };
    default:
      return node;
  }
}

/** The longest way from the node to a leaf; without recursion, since it is there to keep recursion bounded. */
export function heightOf(root: Node): number {
  let height = 0;
  let level: Node[] = [root];
  while (level.length > 0) {
    height += 1;
    // chains like `a < b < c` share their middle part, so the same node is looked at once a level
    level = [...new Set(level.flatMap(node => childrenOf(node)))];
  }
  return height;
}

function present(...nodes: (Node | undefined)[]): Node[] {
  return nodes.filter((node): node is Node => node !== undefined);
}
