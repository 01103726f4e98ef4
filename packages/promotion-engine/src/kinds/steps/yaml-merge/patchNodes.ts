import { isMap, isNode, isScalar, isSeq, Node, Pair, YAMLMap } from 'yaml';

export const keyText = (key: unknown): string =>
  isScalar(key) ? key.source ?? String(key.value) : String(key);

export const isNull = (node: unknown): boolean =>
  !node || (isScalar(node) && node.value === null);

export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find(pair => keyText(pair.key) === key);
}

/** What a map orders to do with what it meets: `$patch: delete`, `replace` or `merge` (Kubernetes' strategic merge). */
export function directiveOf(node: unknown): string | undefined {
  const value = isMap(node) ? pairOf(node, '$patch')?.value : undefined;
  return isScalar(value) ? String(value.value) : undefined;
}

export function withoutDirective(map: YAMLMap): YAMLMap {
  map.items = map.items.filter(pair => keyText(pair.key) !== '$patch');
  return map;
}

/**
 * A part of a patch as it is added where nothing was: nothing of what is null, and without directives.
 * @returns undefined for what orders to be deleted
 */
export function added(node: Node): Node | undefined {
  if (!isMap(node)) return node;
  if (directiveOf(node) === 'delete') return undefined;
  const seen = new Set<string>();
  const pairs = withoutDirective(node).items.filter(pair => {
    const key = keyText(pair.key);
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst && !isNull(pair.value);
  });
  node.items = pairs.filter(pair => {
    const value = isNode(pair.value) ? added(pair.value) : pair.value;
    pair.value = value;
    return value !== undefined;
  });
  return node;
}

export const kindOf = (node: Node): string => {
  if (isMap(node)) return 'map';
  return isSeq(node) ? 'list' : 'single value';
};
