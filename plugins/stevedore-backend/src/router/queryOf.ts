import type { Request } from 'express';

type Kind = 'number' | 'string';
type Values<T extends Record<string, Kind>> = {
  [K in keyof T]?: T[K] extends 'number' ? number : string;
};

/** The named parameters of a query that the specification has validated. */
export function queryOf<const T extends Record<string, Kind>>(
  request: Pick<Request, 'query'>,
  kinds: T,
): Values<T> {
  const found = Object.entries(kinds)
    .filter(([name]) => request.query[name] !== undefined)
    .map(([name, kind]) => [
      name,
      kind === 'number'
        ? Number(request.query[name])
        : String(request.query[name]),
    ]);
  return Object.fromEntries(found) as Values<T>;
}
