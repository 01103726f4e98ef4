import { HttpResponse } from '../../../ports/runtime';

/** What a service answered. @throws Error with one sentence when it refused, or when that is no JSON */
export function answeredJson(
  url: string,
  { status, body }: Pick<HttpResponse, 'status' | 'body'>,
): unknown {
  requireSuccess(url, status);
  try {
    return JSON.parse(body);
  } catch {
    throw new Error(`${url} did not answer with JSON`);
  }
}

/** @throws Error that names the status when it is none of success */
export function requireSuccess(url: string, status: number): void {
  if (status < 200 || status > 299)
    throw new Error(`${url} answered ${status}`);
}
