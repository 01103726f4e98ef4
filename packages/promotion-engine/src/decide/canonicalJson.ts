/**
 * JSON in the one form that hashing needs (RFC 8785): no white space, members sorted by UTF-16 code units,
 * numbers and strings as ECMAScript writes them, which is what the RFC prescribes.
 *
 * One leniency: half of a surrogate pair, where the RFC stops, is written as its escape. Text that somebody cut
 * in two must not make a decision unrecordable.
 *
 * @throws Error when the value holds something JSON has no word for, or refers to itself.
 */
export function canonicalJson(value: unknown): string {
  return write(value, []);
}

function write(value: unknown, parents: object[]): string {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new Error(`JSON has no word for ${value}`);
  if (value === null || ['number', 'boolean', 'string'].includes(typeof value))
    return JSON.stringify(value);
  if (typeof value !== 'object')
    throw new Error(`JSON has no word for a ${typeof value}`);
  if (parents.includes(value))
    throw new Error('a value that refers to itself has no JSON');
  const inside = [...parents, value];
  if (hasToJson(value)) return write(value.toJSON(), inside);
  if (Array.isArray(value))
    return `[${value.map(item => write(item ?? null, inside)).join(',')}]`;
  // the default order of sort() is the order of UTF-16 code units
  const members = Object.keys(value)
    .sort()
    .map(name => [name, (value as Record<string, unknown>)[name]] as const)
    .filter(([, member]) => member !== undefined);
  return `{${members
    .map(([name, member]) => `${JSON.stringify(name)}:${write(member, inside)}`)
    .join(',')}}`;
}

function hasToJson(value: object): value is { toJSON(): unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}
