import { ResponseError } from '@backstage/errors';

/** Where plugins answer; Backstage's discovery in browser and server alike. */
export interface DiscoveryLike {
  getBaseUrl(pluginId: string): Promise<string>;
}

export interface FetchLike {
  fetch: typeof fetch;
}

export interface CallOptions {
  /** Backstage token, where `fetch` does not add one by itself. */
  token?: string;
  signal?: AbortSignal;
}

export interface Call {
  method: 'GET' | 'POST';
  path: string;
  query?: Record<string, number | string | undefined>;
  body?: unknown;
}

/** Joins segments of a path, each escaped. */
export function path(...segments: string[]): string {
  return segments.map(segment => `/${encodeURIComponent(segment)}`).join('');
}

/** Sends one call to the plugin. @throws ResponseError with the sentence of the backend when it refuses. */
export class Transport {
  readonly #discovery: DiscoveryLike;
  readonly #fetch: FetchLike;

  constructor(options: { discoveryApi: DiscoveryLike; fetchApi?: FetchLike }) {
    this.#discovery = options.discoveryApi;
    this.#fetch = options.fetchApi ?? { fetch: (...args) => fetch(...args) };
  }

  async send<T>(call: Call, options?: CallOptions): Promise<T> {
    const text = await this.text(call, options);
    return (text ? JSON.parse(text) : undefined) as T;
  }

  /** The answer as it came, for what is no JSON. */
  async text(call: Call, options: CallOptions = {}): Promise<string> {
    const base = await this.#discovery.getBaseUrl('stevedore');
    const headers: Record<string, string> = {};
    if (options.token) headers.authorization = `Bearer ${options.token}`;
    if (call.body !== undefined) headers['content-type'] = 'application/json';
    const response = await this.#fetch.fetch(
      `${base}${call.path}${queryText(call.query)}`,
      {
        method: call.method,
        headers,
        body: call.body === undefined ? undefined : JSON.stringify(call.body),
        signal: options.signal,
      },
    );
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.text();
  }
}

function queryText(query: Call['query'] = {}): string {
  const set = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(
    set.map(([name, value]) => [name, String(value)]),
  ).toString();
  return text && `?${text}`;
}
