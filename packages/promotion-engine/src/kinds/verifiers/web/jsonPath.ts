/**
 * The part of Kubernetes' JSONPath that Argo's examples use: `{$.a.b[0]['c']}`, `{$.items[*].name}`.
 * @throws Error when the path cannot be read or leads nowhere.
 */
export function readJsonPath(document: unknown, path: string): unknown {
  const inner = path
    .trim()
    .replace(/^\{|\}$/g, '')
    .replace(/^\$/, '');
  let found: unknown[] = [document];
  let many = false;
  let rest = inner;
  while (rest !== '') {
    const part = /^(?:\.?\[(\d+|\*|'[^']*'|"[^"]*")\]|\.([^.[\]]+))/.exec(rest);
    if (!part)
      throw new Error(`the JSON path ${path} cannot be read at "${rest}"`);
    const key = part[1] ?? part[2];
    many = many || key === '*';
    found = found.flatMap(value =>
      key === '*'
        ? Object.values(value ?? {})
        : [member(value, key.replace(/^['"]|['"]$/g, ''))],
    );
    rest = rest.slice(part[0].length);
  }
  if (!many && found[0] === undefined)
    throw new Error(`the answer has nothing at ${path}`);
  return many ? found : found[0];
}

function member(value: unknown, key: string): unknown {
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key))
    return undefined;
  return (value as Record<string, unknown>)[key];
}
