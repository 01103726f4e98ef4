import { lookup as systemLookup } from 'node:dns';
import { LookupFunction } from 'node:net';
import { rootCertificates } from 'node:tls';
import { Agent, request as send } from 'undici';
import { HttpClient, HttpRequest, HttpResponse } from '../../ports/runtime';
import { blockedAddress, isLoopbackName } from './blockedAddress';

export interface HttpOptions {
  /** `host` or `host:port`, exact; a leading `*.` stands for any subdomain. */
  allow: string[];
  /** Default: the system's. */
  lookup?: typeof systemLookup;
}

/** A sentence that needs no other one around it. */
class AnswerError extends Error {}

/** Kargo's limit for an answer. */
const MIB = 1024 * 1024;
const LARGEST_ANSWER = 2 * MIB;

/**
 * HTTP for steps and checks. Only hosts on the platform's list are asked, redirects are not followed, and the
 * address is checked where the connection is made, so that a name cannot lead to a metadata service, nor to this
 * machine unless the list says `localhost`.
 * @throws Error with one sentence.
 */
export function createHttpClient(options: HttpOptions): HttpClient {
  const agents = new Map<string, Agent>();
  return {
    async send(request) {
      const url = new URL(request.url);
      const refusal = httpRefusal(url, options.allow);
      if (refusal) throw new Error(refusal);
      const insecure = request.insecureSkipTLSVerify === true;
      const key = `${url.host}|${insecure}|${request.caCert ?? ''}`;
      const agent =
        agents.get(key) ??
        createAgent({
          insecure,
          caCert: request.caCert,
          allowLoopback: isLoopbackName(bareHost(url)),
          lookup: options.lookup ?? systemLookup,
        });
      agents.set(key, agent);
      return exchange(request, agent);
    },
  };
}

/** Why the platform's list of hosts does not allow an address, in a sentence; undefined: it does. */
export function httpRefusal(url: URL, allow: string[]): string | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return `${url.protocol} is not HTTP`;
  const allowed = allow.some(entry =>
    entry.startsWith('*.')
      ? url.hostname.endsWith(entry.slice(1))
      : entry === url.host || entry === url.hostname,
  );
  if (!allowed)
    return `${url.host} is not allowed: add it to stevedore.http.allow in app-config.yaml`;
  return blockedAddress(bareHost(url), true)
    ? `${url.host} is a link-local or metadata address, which is never asked`
    : undefined;
}

/** Without the brackets of IPv6. */
function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function createAgent(of: {
  insecure: boolean;
  caCert?: string;
  allowLoopback: boolean;
  lookup: typeof systemLookup;
}): Agent {
  const lookup: LookupFunction = (hostname, options, callback) =>
    of.lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const bad = addresses.find(({ address }) =>
        blockedAddress(address, of.allowLoopback),
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
  const ca = of.caCert ? [...rootCertificates, of.caCert] : undefined;
  return new Agent({
    connect: { lookup, ca, rejectUnauthorized: !of.insecure },
  });
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
    const { largestBytes } = request;
    const bytes = await limited(
      answer.body,
      url,
      largestBytes ?? LARGEST_ANSWER,
    );
    const flat = Object.entries(answer.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value ?? '',
    ]);
    return {
      status: answer.statusCode,
      headers: Object.fromEntries(flat),
      ...(largestBytes === undefined
        ? { body: bytes.toString('utf8') }
        : { body: '', bytes }),
    };
  } catch (error) {
    if (timeout.aborted)
      throw new Error(
        `${url} did not answer within ${request.timeoutMs / 1000} s`,
        { cause: error },
      );
    if (error instanceof AnswerError) throw error;
    throw new Error(
      `${url} could not be reached: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

async function limited(
  body: AsyncIterable<Buffer>,
  url: string,
  largest: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > largest)
      throw new AnswerError(
        `the answer of ${url} is larger than ${largest / MIB} MiB`,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
