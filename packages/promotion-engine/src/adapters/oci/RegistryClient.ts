import { Agent, fetch as undiciFetch } from 'undici';
import { Challenge, parseChallenge } from './challenge';
import { explainFailure, explainStatus } from './explain';
import { HostBudget, pauseError } from './HostBudget';
import {
  OciRegistryOptions,
  RegistryCredentials,
  systemTiming,
  Timing,
} from './options';
import { isPlain, RepositoryAddress } from './repositoryAddress';
import { fetchToken, Token } from './token';

/** Used where a registry says "slow down" and not for how long. */
const DEFAULT_PAUSE_MS = 30_000;
const MAX_PAUSE_MS = 3_600_000;

export interface RegistryRequest {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT';
  /** Below the origin, `/v2/…`. */
  path: string;
  headers?: Record<string, string>;
  insecureSkipTLSVerify: boolean;
  /** Sent again after a login, so it is no stream. */
  body?: Blob | Uint8Array;
  /** Asks for the right to push, too. */
  writes?: boolean;
  /** In place of the client's. */
  timeoutMs?: number;
}

interface Caller {
  place: RepositoryAddress;
  credentials?: RegistryCredentials;
  request: RegistryRequest;
}

/** How one repository let us in the last time. */
type Entrance = { scheme: 'basic' } | { scheme: 'bearer'; token: Token };

/** Sends requests to registries: logins, tokens, budgets and pauses are its business. */
export class RegistryClient {
  readonly insecure: ReadonlySet<string>;
  private readonly options: OciRegistryOptions;
  private readonly timing: Timing;
  private readonly budgets = new Map<string, HostBudget>();
  private readonly entrances = new Map<string, Entrance>();
  private readonly tokens = new Map<string, Promise<Token>>();
  private trusting?: Agent;

  constructor(options: OciRegistryOptions) {
    this.options = options;
    this.timing = options.timing ?? systemTiming;
    this.insecure = new Set(options.insecure ?? []);
  }

  /** @returns an answer of 2xx, 304 or 404. @throws RegistryError for everything else. */
  async send(
    place: RepositoryAddress,
    request: RegistryRequest,
  ): Promise<Response> {
    const credentials = await this.options.credentials(place.host);
    const first = await this.attempt(
      place,
      request,
      this.knownHeader({ place, credentials, request }),
    );
    if (first.status !== 401)
      return this.checked(first, { place, credentials, request });
    this.entrances.delete(entranceKey({ place, credentials, request }));
    const challenge = parseChallenge(first.headers.get('www-authenticate'));
    await first.body?.cancel();
    const header =
      challenge &&
      (await this.enter(place, { challenge, credentials, request }));
    const asker = { user: credentials?.username, writes: request.writes };
    if (!header) throw explainStatus(401, place, asker);
    return this.checked(await this.attempt(place, request, header), {
      place,
      credentials,
      request,
    });
  }

  private knownHeader(caller: Caller): string | undefined {
    const { credentials } = caller;
    const entrance = this.entrances.get(entranceKey(caller));
    if (entrance?.scheme === 'basic') return credentials && basic(credentials);
    if (!entrance || entrance.token.expiresAt <= this.timing.now())
      return undefined;
    return `Bearer ${entrance.token.value}`;
  }

  private async enter(
    place: RepositoryAddress,
    {
      challenge,
      credentials,
      request,
    }: {
      challenge: Challenge;
      credentials?: RegistryCredentials;
      request: RegistryRequest;
    },
  ): Promise<string | undefined> {
    const key = entranceKey({ place, credentials, request });
    if (challenge.scheme === 'basic') {
      if (!credentials) return undefined;
      this.entrances.set(key, { scheme: 'basic' });
      return basic(credentials);
    }
    // many requests start at once; one login is enough for all of them
    let pending = this.tokens.get(key);
    if (!pending) {
      const send = (url: string, header?: string) =>
        this.raw(
          url,
          {
            method: 'GET',
            path: '',
            insecureSkipTLSVerify: request.insecureSkipTLSVerify,
          },
          header,
        );
      const plain = (host: string) => isPlain(host, this.insecure);
      pending = fetchToken({
        place,
        challenge,
        credentials,
        writes: request.writes === true,
        send,
        plain,
        now: this.timing.now(),
      });
      this.tokens.set(key, pending);
      const forget = () => this.tokens.delete(key);
      pending.then(forget, forget);
    }
    const token = await pending;
    this.entrances.set(key, { scheme: 'bearer', token });
    return `Bearer ${token.value}`;
  }

  private async attempt(
    place: RepositoryAddress,
    request: RegistryRequest,
    authorization?: string,
  ): Promise<Response> {
    await this.budget(place.host).take(place.host);
    try {
      return await this.raw(
        `${place.origin}${request.path}`,
        request,
        authorization,
      );
    } catch (error) {
      throw explainFailure(error, place);
    }
  }

  private raw(
    url: string,
    request: RegistryRequest,
    authorization?: string,
  ): Promise<Response> {
    const { method, insecureSkipTLSVerify } = request;
    const headers = {
      ...request.headers,
      ...(authorization && { authorization }),
    };
    const init = {
      method,
      headers,
      body: request.body as BodyInit | undefined,
      signal: AbortSignal.timeout(
        request.timeoutMs ?? this.options.timeoutMs ?? 30_000,
      ),
    };
    if (!insecureSkipTLSVerify || !url.startsWith('https:'))
      return (this.options.fetch ?? fetch)(url, init);
    // Node's own fetch takes no dispatcher of another undici version
    this.trusting ??= new Agent({ connect: { rejectUnauthorized: false } });
    return undiciFetch(url, {
      ...(init as object),
      dispatcher: this.trusting,
    }) as unknown as Promise<Response>;
  }

  private async checked(
    response: Response,
    { place, credentials, request }: Caller,
  ): Promise<Response> {
    const { status } = response;
    if (response.ok || status === 304 || status === 404) return response;
    await response.body?.cancel();
    const asked = this.retryAfter(response.headers.get('retry-after'));
    if (status === 429 || (status === 503 && asked !== undefined)) {
      const pause = Math.min(asked ?? DEFAULT_PAUSE_MS, MAX_PAUSE_MS);
      this.budget(place.host).pause(pause);
      throw pauseError(place.host, pause);
    }
    const asker = { user: credentials?.username, writes: request.writes };
    throw explainStatus(status, place, asker);
  }

  /** Seconds or an HTTP date (RFC 9110, section 10.2.3). */
  private retryAfter(header: string | null): number | undefined {
    if (header === null) return undefined;
    if (/^\d+$/.test(header)) return Number(header) * 1000;
    const at = Date.parse(header);
    return Number.isNaN(at) ? undefined : Math.max(0, at - this.timing.now());
  }

  private budget(host: string): HostBudget {
    let budget = this.budgets.get(host);
    if (!budget) {
      budget = new HostBudget(
        this.options.requestsPerSecond ?? 20,
        this.timing,
      );
      this.budgets.set(host, budget);
    }
    return budget;
  }
}

function basic({ username, password }: RegistryCredentials): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

// a token is good for one repository and for who asked for it
function entranceKey({ place, credentials, request }: Caller): string {
  const { host, repository } = place;
  const right = request.writes ? 'push' : 'pull';
  return [host, repository, credentials?.username ?? '', right].join('\n');
}
