import {
  Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Node,
  Scalar,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { detached, handAnchorOver } from './aliases';
import { ListKeys, listKeysOf, ObjectType } from './listKeys';
import {
  added,
  directiveOf,
  isNull,
  keyText,
  kindOf,
  pairOf,
  withoutDirective,
} from './patchNodes';

/** Merges patches into one document (Kargo: kyaml merge2). */
export class Merger {
  private type: ObjectType | undefined;

  constructor(readonly document: Document) {}

  /** @param patch - may not have aliases or anchors. @throws Error that says where two things do not go together */
  merge(patch: Node | null): void {
    const { contents } = this.document;
    this.type = typeOf(contents) ?? typeOf(patch);
    this.document.contents = (this.node(contents, patch, []) ??
      null) as Document['contents'];
  }

  /** @returns undefined when nothing is left. */
  private node(
    found: unknown,
    patch: unknown,
    path: string[],
  ): Node | undefined {
    if (!isNode(patch) || isNull(patch)) return undefined;
    if (!isNode(found) || isNull(found)) return added(patch);
    const target = isAlias(found) ? detached(this.document, found) : found;
    if (isMap(target) && isMap(patch)) return this.map(target, patch, path);
    if (isScalar(target) && isScalar(patch) && target.value === patch.value) {
      target.comment = patch.comment ?? target.comment;
      return target;
    }
    handAnchorOver(this.document, target);
    if (isSeq(target) && isSeq(patch)) return this.list(target, patch, path);
    if (isScalar(target) && isScalar(patch)) return scalar(target, patch);
    throw new Error(
      `${path.join('.') || 'the top'} is a ${kindOf(
        target,
      )} and cannot be merged with a ${kindOf(patch)}`,
    );
  }

  private map(
    target: YAMLMap,
    patch: YAMLMap,
    path: string[],
  ): Node | undefined {
    const directive = directiveOf(patch);
    if (directive === 'delete') return undefined;
    if (patch.items.length > 0) handAnchorOver(this.document, target);
    if (directive === 'replace') return inPlaceOf(target, added(patch));
    const seen = new Set<string>();
    for (const { key, value } of withoutDirective(patch).items) {
      const name = keyText(key);
      if (seen.has(name)) continue;
      seen.add(name);
      const pair = pairOf(target, name);
      const merged = this.node(pair?.value, value, [...path, name]);
      if (merged === undefined)
        target.items = target.items.filter(one => keyText(one.key) !== name);
      else if (pair) pair.value = merged;
      else target.items.push(this.document.createPair(key, merged));
    }
    return target;
  }

  private list(target: YAMLSeq, patch: YAMLSeq, path: string[]): Node {
    const items = patch.items.filter(item => directiveOf(item) !== 'replace');
    const keys = listKeysOf(this.type, path);
    if (!keys || items.length < patch.items.length) {
      patch.items = items;
      return inPlaceOf(target, patch)!;
    }
    for (const item of items) this.item(target, item, { keys, path });
    return target;
  }

  private item(
    target: YAMLSeq,
    item: unknown,
    { keys, path }: { keys: ListKeys; path: string[] },
  ): void {
    const same = identityOf(item, keys);
    const at = target.items.findIndex(
      one => same !== undefined && identityOf(one, keys) === same,
    );
    const found = at < 0 ? undefined : target.items[at];
    const merged = this.node(found, item, [...path, '[]']);
    if (at < 0) {
      if (merged) target.items.push(merged);
    } else if (merged) target.items[at] = merged;
    else target.items.splice(at, 1);
  }
}

function typeOf(node: unknown): ObjectType | undefined {
  if (!isMap(node)) return undefined;
  const [apiVersion, kind] = [node.get('apiVersion'), node.get('kind')];
  return typeof apiVersion === 'string' && typeof kind === 'string'
    ? { apiVersion, kind }
    : undefined;
}

/** What tells an item from others; undefined for one that lacks it. */
function identityOf(
  item: unknown,
  { names, missing = {} }: ListKeys,
): string | undefined {
  if (!isMap(item)) return undefined;
  const values = names.map(name => {
    const value = pairOf(item, name)?.value;
    return isScalar(value) ? keyText(value) : missing[name];
  });
  return values.some(value => value === undefined)
    ? undefined
    : JSON.stringify(values);
}

/** Comments and an anchor that stood at the old value stand at the new one. */
function inPlaceOf<T extends Node | undefined>(old: Node, node: T): T {
  if (!node) return node;
  node.commentBefore = old.commentBefore ?? node.commentBefore;
  node.comment = node.comment ?? old.comment;
  node.spaceBefore = old.spaceBefore;
  if (!isAlias(old) && !isAlias(node)) node.anchor = old.anchor;
  return node;
}

/** A text in quotes or a block stays one, whatever the patch has; anything else becomes what the patch has. */
function scalar(old: Scalar, patch: Scalar): Node {
  if (!old.type || old.type === 'PLAIN') return inPlaceOf(old, patch);
  const text = new Scalar(keyText(patch));
  text.type = old.type;
  text.comment = patch.comment;
  return inPlaceOf(old, text);
}
