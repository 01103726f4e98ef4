import { lookup as systemLookup } from 'node:dns';
import { isIP, LookupFunction } from 'node:net';
import { Agent, request as send } from 'undici';
import { HttpClient, HttpRequest, HttpResponse } from '../../ports/runtime';
import { blockedAddress } from './blockedAddress';

export interface HttpOptions {
  /** `host` or `host:port`, exact; a leading `*.` stands for any subdomain. */
  allow: string[];
}

/** Kargo's limit for an answer. */
const LARGEST_ANSWER = 2 * 1024 * 1024;

/**
 * HTTP for steps and checks. Only hosts on the platform's list are asked, redirects are not followed, and the
 * address is checked where the connection is made, so that a name cannot lead to a metadata service.
 * @throws Error with one sentence.
 */
export function createHttpClient(options: HttpOptions): HttpClient {
  const agents = new Map<string, Agent>();
  return {
    async send(request) {
      const url = new URL(request.url);
      const refusal = refusalOf(url, options.allow);
      if (refusal) throw new Error(refusal);
      const key = `${url.host}|${request.insecureSkipTLSVerify === true}`;
      const agent =
        agents.get(key) ?? createAgent(request.insecureSkipTLSVerify === true);
      agents.set(key, agent);
      return exchange(request, agent);
    },
  };
}

function refusalOf(url: URL, allow: string[]): string | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return `${url.protocol} is not HTTP`;
  const allowed = allow.some(entry =>
    entry.startsWith('*.')
      ? url.hostname.endsWith(entry.slice(1))
      : entry === url.host || entry === url.hostname,
  );
  if (!allowed)
    return `${url.host} is not allowed: add it to stevedore.http.allow in app-config.yaml`;
  const address = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(address) && blockedAddress(address, true)
    ? `${url.host} is a link-local address, which is never asked`
    : undefined;
}

function createAgent(insecure: boolean): Agent {
  const lookup: LookupFunction = (hostname, options, callback) =>
    systemLookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const bad = addresses.find(({ address }) =>
        blockedAddress(address, true),
      );
      if (bad)
        return callback(
          new Error(
            `${hostname} leads to ${bad.address}, which is never asked`,
          ),
          '',
          0,
        );
      if (options.all) return callback(null, addresses as never);
      return callback(null, addresses[0].address, addresses[0].family);
    });
  return new Agent({ connect: { lookup, rejectUnauthorized: !insecure } });
}

async function exchange(
  request: HttpRequest,
  dispatcher: Agent,
): Promise<HttpResponse> {
  const timeout = AbortSignal.timeout(request.timeoutMs);
  const signal = request.signal
    ? AbortSignal.any([request.signal, timeout])
    : timeout;
  const { method, headers, body, url } = request;
  try {
    const answer = await send(url, {
      method: method as 'GET',
      headers,
      body,
      dispatcher,
      signal,
    });
    const text = await limited(answer.body, url);
    const flat = Object.entries(answer.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value ?? '',
    ]);
    return {
      status: answer.statusCode,
      headers: Object.fromEntries(flat),
      body: text,
    };
  } catch (error) {
    if (timeout.aborted)
      throw new Error(
        `${url} did not answer within ${request.timeoutMs / 1000} s`,
        { cause: error },
      );
    throw new Error(
      `${url} could not be reached: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

async function limited(
  body: AsyncIterable<Buffer>,
  url: string,
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > LARGEST_ANSWER)
      throw new Error(`the answer of ${url} is larger than 2 MiB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
