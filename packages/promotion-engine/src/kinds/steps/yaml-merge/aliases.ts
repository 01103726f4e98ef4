import {
  Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isSeq,
  Node,
  visit,
} from 'yaml';
import { keyText } from './patchNodes';

/** What stands for aliases may not become larger than this. */
const MAX_NODES = 100_000;

/**
 * A copy that can stand elsewhere: what its aliases stand for is written out, and its anchors are gone.
 * @throws Error when that is too much, or an alias has no anchor
 */
export function detached(document: Document, node: Node): Node {
  let count = 0;
  const copy = (source: Node): Node => {
    count += 1;
    if (count > MAX_NODES)
      throw new Error(`aliases stand for more than ${MAX_NODES} values`);
    if (isAlias(source)) {
      const target = source.resolve(document);
      if (!target)
        throw new Error(`the alias *${source.source} has no anchor before it`);
      return copy(target);
    }
    const result = source.clone() as typeof source;
    delete result.anchor;
    if (isMap(source) && isMap(result))
      result.items.forEach((pair, index) => {
        const { key, value } = source.items[index];
        if (isNode(key)) pair.key = copy(key);
        if (isNode(value)) pair.value = copy(value);
      });
    if (isSeq(source) && isSeq(result))
      result.items = source.items.map(item =>
        isNode(item) ? copy(item) : item,
      );
    return result;
  };
  return copy(node);
}

/**
 * Before a node with an anchor changes: the first alias becomes a copy of the node and takes the anchor, so that
 * whatever stood for the old value still does.
 */
export function handAnchorOver(document: Document, node: Node): void {
  if (isAlias(node) || !node.anchor) return;
  let isDone = false;
  visit(document, {
    Alias(_, alias, path) {
      if (isDone || alias.resolve(document) !== node) return undefined;
      isDone = true;
      const copy = node.clone() as typeof node;
      const parent = path.at(-1);
      // what is merged by `<<` stands on its line
      if (isCollection(copy) && isPair(parent) && keyText(parent.key) === '<<')
        copy.flow = true;
      return copy;
    },
  });
  if (isDone) delete node.anchor;
}
