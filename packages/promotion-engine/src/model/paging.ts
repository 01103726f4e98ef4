/**
 * Makes a page of up to `limit` items out of one more than that: whether that one is there says whether a page follows.
 */
export function pageOf<T>(
  found: T[],
  limit: number,
  cursor: (item: T) => string,
): { items: T[]; next?: string } {
  const items = found.slice(0, limit);
  const last = items[items.length - 1];
  return found.length > limit && last !== undefined
    ? { items, next: cursor(last) }
    : { items };
}

/** Where a list of freight goes on: by discoveredAt, then name. */
export const freightCursor = {
  of: (freight: { discoveredAt: string; name: string }): string =>
    `${freight.discoveredAt}/${freight.name}`,
  parse: (cursor: string): { discoveredAt: string; name: string } => {
    const slash = cursor.lastIndexOf('/');
    return {
      discoveredAt: cursor.slice(0, slash),
      name: cursor.slice(slash + 1),
    };
  },
};

/** Where a list of waiting promotions goes on: by project, then name; neither holds a slash. */
export const queuedCursor = {
  of: ({ project, name }: { project: string; name: string }): string =>
    `${project}/${name}`,
  parse: (cursor: string): [project: string, name: string] => {
    const slash = cursor.indexOf('/');
    return [cursor.slice(0, slash), cursor.slice(slash + 1)];
  },
};

/** Where projects stand in which nothing but a review is open: behind all promotions. */
export const REVIEW_ONLY = '~';

/** Where a list of projects by waiting goes on: since when (empty: nothing waits), then the project. */
export const waitingCursor = {
  of: ({ since = '', row }: { since?: string; row: { project: string } }) =>
    `${since}/${row.project}`,
  parse: (cursor: string): { since: string; project: string } => {
    const slash = cursor.indexOf('/');
    return { since: cursor.slice(0, slash), project: cursor.slice(slash + 1) };
  },
};
