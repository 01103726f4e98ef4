/** The segments of a path without `.`, empty ones, and those that a `..` takes back. */
function segmentsOf(path: string): string[] {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    const last = segments[segments.length - 1];
    if (segment === '..' && last !== undefined && last !== '..') {
      segments.pop();
    } else if (segment === '..' && path.startsWith('/')) {
      // nothing is above the root
      continue;
    } else if (segment !== '' && segment !== '.') {
      segments.push(segment);
    }
  }
  return segments;
}

/**
 * The path as seen from a base directory, when it is the base or below it (Go: filepath.Rel without a way up).
 * @returns segments joined by `/`, empty for the base itself; undefined when the path is elsewhere
 */
export function pathBelow(base: string, path: string): string | undefined {
  if (base.startsWith('/') !== path.startsWith('/')) return undefined;
  const from = segmentsOf(base);
  const to = segmentsOf(path);
  return from.every((segment, index) => segment === to[index])
    ? to.slice(from.length).join('/')
    : undefined;
}
