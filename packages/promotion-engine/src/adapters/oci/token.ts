import { RegistryError } from '../../model/errors';
import { Challenge } from './challenge';
import { explainFailure, explainStatus } from './explain';
import { RegistryCredentials } from './options';
import { parseJson, readBody } from './readBody';
import { RepositoryAddress } from './repositoryAddress';

export interface Token {
  value: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

export interface TokenRequest {
  place: RepositoryAddress;
  challenge: Extract<Challenge, { scheme: 'bearer' }>;
  credentials?: RegistryCredentials;
  /** Asks for the right to push, too. */
  writes?: boolean;
  send(url: string, authorization?: string): Promise<Response>;
  /** Whether plain HTTP is allowed to a host. */
  plain(host: string): boolean;
  now: number;
}

/** What the token specification assumes when a server does not say (distribution: token.md). */
const DEFAULT_SECONDS = 60;
/** A token must not run out on its way. */
const MARGIN_MS = 5_000;
const MAX_BYTES = 1024 * 1024;

function tokenUrl({ place, challenge, plain, writes }: TokenRequest): string {
  const { realm, service } = challenge;
  if (!URL.canParse(realm))
    throw new RegistryError(
      `Registry ${place.host} names a token server that is no URL: ask who runs it.`,
    );
  const url = new URL(realm);
  // the password goes there, so a registry must not send it in the clear
  if (
    url.protocol !== 'https:' &&
    !(url.protocol === 'http:' && plain(url.host))
  ) {
    throw new RegistryError(
      `Registry ${place.host} sends logins to ${url.host} without encryption: list that host as insecure if this is meant.`,
    );
  }
  if (service) url.searchParams.set('service', service);
  // our own words: the challenge's scope could ask for more than is meant
  const actions = writes ? 'pull,push' : 'pull';
  url.searchParams.set('scope', `repository:${place.repository}:${actions}`);
  return url.href;
}

function lifetimeMs(seconds: unknown): number {
  const milliseconds =
    (typeof seconds === 'number' && seconds > 0 ? seconds : DEFAULT_SECONDS) *
    1000;
  return Math.max(milliseconds / 2, milliseconds - MARGIN_MS);
}

/** Gets a token to pull, and to push where that is asked (distribution: token.md), with the password where there is one. */
export async function fetchToken(request: TokenRequest): Promise<Token> {
  const { place, credentials, send, now } = request;
  const url = tokenUrl(request);
  const pair =
    credentials &&
    Buffer.from(`${credentials.username}:${credentials.password}`).toString(
      'base64',
    );
  const response = await send(url, pair && `Basic ${pair}`).catch(error => {
    throw explainFailure(error, { ...place, host: new URL(url).host });
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw explainStatus(
      response.status === 403 ? 401 : response.status,
      place,
      { user: credentials?.username, writes: request.writes },
    );
  }
  const answer = parseJson(await readBody(response, place, MAX_BYTES), place);
  const value = answer.token ?? answer.access_token;
  if (typeof value !== 'string' || value === '')
    throw new RegistryError(
      `Registry ${place.host} gave no token: ask who runs it.`,
    );
  return { value, expiresAt: now + lifetimeMs(answer.expires_in) };
}
