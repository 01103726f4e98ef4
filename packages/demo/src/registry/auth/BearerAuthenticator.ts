import { randomBytes } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import {
  Credentials,
  isKnownUser,
  parseBasicCredentials,
} from '../../http/basicCredentials';
import { readBody } from '../../http/readBody';
import { RegistryError } from '../RegistryError';
import { Access, Authenticator, RegistryAuth } from './types';

type BearerOptions = Extract<RegistryAuth, { type: 'bearer' }>;

interface Grant {
  /** For example `repository:acme/web:pull`. */
  readonly scopes: ReadonlySet<string>;
  readonly expires: number;
}

/** The registry's name in challenges, also its audience. */
const SERVICE = 'stevedore-demo-registry';

/** Token authentication as Docker's registries do it, with opaque tokens. */
export class BearerAuthenticator implements Authenticator {
  private readonly tokens = new Map<string, Grant>();
  private readonly now: () => number;

  constructor(private readonly options: BearerOptions) {
    this.now = options.now ?? Date.now;
  }

  check(request: IncomingMessage, access?: Access): void {
    const header = request.headers.authorization ?? '';
    const token = /^bearer +(\S+)$/i.exec(header)?.[1];
    const grant = token ? this.tokens.get(token) : undefined;
    if (!grant || grant.expires <= this.now()) {
      throw challenge(request, { access, error: token && 'invalid_token' });
    }
    if (access && !grant.scopes.has(scopeOf(access))) {
      throw challenge(request, { access, error: 'insufficient_scope' });
    }
  }

  /** GET with Basic credentials, or POST with a form as OAuth 2 clients do. */
  async issueToken(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { parameters, credentials } = await readTokenRequest(request);
    const known = isKnownUser(this.options.users, credentials);
    if (credentials && !known) throw wrongPassword();
    const scopes = this.grantScopes(parameters.getAll('scope'), known);
    if (!known && !this.options.anonymousPull) throw wrongPassword();
    const seconds = this.options.tokenSeconds ?? 300;
    const token = randomBytes(24).toString('base64url');
    this.tokens.set(token, { scopes, expires: this.now() + seconds * 1000 });
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(
      JSON.stringify({
        token,
        access_token: token,
        expires_in: seconds,
        issued_at: new Date(this.now()).toISOString(),
      }),
    );
  }

  /** What was asked for, less what an anonymous caller may not have. */
  private grantScopes(asked: string[], known: boolean): ReadonlySet<string> {
    const scopes = asked
      .flatMap(text => text.split(' '))
      .flatMap(text => {
        const [type, repository, actions = ''] = text.split(':');
        return actions
          .split(',')
          .filter(action => known || action === 'pull')
          .map(action => `${type}:${repository}:${action}`);
      });
    return new Set(scopes);
  }
}

async function readTokenRequest(request: IncomingMessage): Promise<{
  parameters: URLSearchParams;
  credentials?: Credentials;
}> {
  const url = new URL(request.url ?? '/', 'http://registry');
  const basic = parseBasicCredentials(request.headers.authorization);
  if (request.method !== 'POST') {
    return { parameters: url.searchParams, credentials: basic };
  }
  const body = await readBody(request, 64 * 1024);
  const parameters = new URLSearchParams(body.toString('utf8'));
  const username = parameters.get('username');
  const password = parameters.get('password') ?? '';
  return {
    parameters,
    credentials: username === null ? basic : { username, password },
  };
}

function scopeOf(access: Access): string {
  return `repository:${access.repository}:${access.action}`;
}

function challenge(
  request: IncomingMessage,
  reason: { access?: Access; error?: string },
): RegistryError {
  const parts = {
    realm: `http://${request.headers.host}/token`,
    service: SERVICE,
    ...(reason.access && { scope: challengeScope(reason.access) }),
    ...(reason.error && { error: reason.error }),
  };
  const parameters = Object.entries(parts)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',');
  return new RegistryError({
    status: 401,
    code: 'UNAUTHORIZED',
    message: 'authentication required',
    headers: { 'WWW-Authenticate': `Bearer ${parameters}` },
  });
}

/** Who pushes also reads: clients ask for exactly the scope they are told. */
function challengeScope(access: Access): string {
  const actions = access.action === 'push' ? 'pull,push' : 'pull';
  return `repository:${access.repository}:${actions}`;
}

function wrongPassword(): RegistryError {
  return new RegistryError({
    status: 401,
    code: 'UNAUTHORIZED',
    message: 'the name or the password is wrong',
  });
}
