import { AST } from 'toml-eslint-parser';

type Content = AST.TOMLContentNode;

/** What stands at a path: a single value, or something with values inside. */
export type Found = AST.TOMLValue | 'a list' | 'a table';

export const pathKey = (path: readonly string[]): string =>
  JSON.stringify(path);

/**
 * Every value of a document by its path, as Kargo counts: items of lists and of `[[tables]]` by number, but a
 * `[table.inside]` of a `[[table]]` without it.
 */
export function valuesOf(program: AST.TOMLProgram): Map<string, Found> {
  const values = new Map<string, Found>();
  const counts = new Map<string, number>();
  const [top] = program.body;
  for (const node of top.body) {
    if (node.type === 'TOMLKeyValue') {
      addKeyValue(values, [], node);
      continue;
    }
    const path = namesOf(node.key);
    values.set(pathKey(path), node.kind === 'array' ? 'a list' : 'a table');
    if (node.kind === 'array') {
      const count = counts.get(pathKey(path)) ?? 0;
      counts.set(pathKey(path), count + 1);
      path.push(String(count));
      values.set(pathKey(path), 'a table');
    }
    node.body.forEach(inside => addKeyValue(values, path, inside));
  }
  return values;
}

const namesOf = (key: AST.TOMLKey): string[] =>
  key.keys.map(part => (part.type === 'TOMLBare' ? part.name : part.value));

function addKeyValue(
  values: Map<string, Found>,
  path: string[],
  node: AST.TOMLKeyValue,
): void {
  const names = namesOf(node.key);
  names
    .slice(0, -1)
    .forEach((_, index) =>
      values.set(pathKey([...path, ...names.slice(0, index + 1)]), 'a table'),
    );
  addValue(values, [...path, ...names], node.value);
}

function addValue(
  values: Map<string, Found>,
  path: string[],
  node: Content,
): void {
  if (node.type === 'TOMLArray') {
    values.set(pathKey(path), 'a list');
    node.elements.forEach((item, index) =>
      addValue(values, [...path, String(index)], item),
    );
  } else if (node.type === 'TOMLInlineTable') {
    values.set(pathKey(path), 'a table');
    node.body.forEach(inside => addKeyValue(values, path, inside));
  } else {
    values.set(pathKey(path), node);
  }
}
