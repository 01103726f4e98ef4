import { parseDuration } from '../../../model/duration';
import { HttpRequest } from '../../../ports/runtime';

type NameValues = { name: string; value: string }[];

export interface RequestConfig {
  url: string;
  headers?: NameValues;
  queryParams?: NameValues;
  insecureSkipTLSVerify?: boolean;
}

/** The address with its query. @throws Error with a sentence */
export function addressOf({ url, queryParams = [] }: RequestConfig): URL {
  if (!URL.canParse(url))
    throw new Error(`${url} is no address, such as https://example.com/path`);
  const address = new URL(url);
  for (const { name, value } of queryParams)
    address.searchParams.append(name, value);
  return address;
}

/** Without query and credentials, which may hold secrets. */
export function plainAddress(address: URL): string {
  return `${address.origin}${address.pathname}`;
}

/** A request without method and body; of headers with one name the values are joined, as HTTP allows. */
export function requestOf(
  config: RequestConfig,
): Pick<HttpRequest, 'url' | 'headers' | 'insecureSkipTLSVerify'> {
  const headers: Record<string, string> = {};
  for (const { name, value } of config.headers ?? []) {
    const key = name.toLowerCase();
    headers[key] = key in headers ? `${headers[key]}, ${value}` : value;
  }
  return {
    url: addressOf(config).href,
    headers,
    insecureSkipTLSVerify: config.insecureSkipTLSVerify,
  };
}

/** Milliseconds of a field. @throws Error that names it */
export function durationOf(
  field: string,
  text: string | undefined,
  otherwise: number,
): number {
  if (text === undefined) return otherwise;
  const milliseconds = parseDuration(text);
  if (milliseconds === undefined || milliseconds <= 0)
    throw new Error(`${field}: ${text} is no duration, such as 30s or 1m30s`);
  return milliseconds;
}

const TELLING = /auth|cookie|token|secret|key|password|credential/i;

/** Headers as people may see them: what usually holds a credential is hidden, known or not. */
export function shownHeaders(
  headers: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      TELLING.test(name) ? '***' : value,
    ]),
  );
}
