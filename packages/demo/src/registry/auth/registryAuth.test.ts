import { Registry, startRegistry } from '../startRegistry';
import { RegistryAuth } from './types';

const USERS = { ci: 'secret' };
const CI = `Basic ${Buffer.from('ci:secret').toString('base64')}`;
const WRONG = `Basic ${Buffer.from('ci:wrong').toString('base64')}`;

describe('registry authentication', () => {
  let registry: Registry;

  async function start(auth: RegistryAuth): Promise<string> {
    registry = await startRegistry({ auth });
    await registry.publish({ repository: 'acme/web', tag: '1.0.0' });
    return `${registry.url}/v2/acme/web/tags/list`;
  }

  function get(url: string, authorization?: string): Promise<Response> {
    return fetch(url, { headers: authorization ? { authorization } : {} });
  }

  async function token(scope: string, authorization?: string): Promise<string> {
    const url = `${registry.url}/token?service=x&scope=${scope}`;
    const response = await get(url, authorization);
    expect(response.status).toBe(200);
    return `Bearer ${(await response.json()).token}`;
  }

  afterEach(() => registry.stop());

  it('demands a password: basic', async () => {
    const url = await start({ type: 'basic', users: USERS });
    const refused = await get(url);
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toMatch(/^Basic realm=/);
    expect((await get(url, WRONG)).status).toBe(401);
    expect((await get(url, CI)).status).toBe(200);
  });

  it('challenges, and takes the token of its realm: bearer', async () => {
    const url = await start({ type: 'bearer', users: USERS });
    const challenge = (await get(url)).headers.get('www-authenticate')!;
    expect(challenge).toContain(`realm="${registry.url}/token"`);
    const scope = /scope="([^"]+)"/.exec(challenge)![1];
    expect(scope).toBe('repository:acme/web:pull');
    expect((await get(url, await token(scope, CI))).status).toBe(200);
  });

  it('gives no token for a wrong password or for none', async () => {
    await start({ type: 'bearer', users: USERS });
    const url = `${registry.url}/token?scope=repository:acme/web:pull`;
    expect((await get(url, WRONG)).status).toBe(401);
    expect((await get(url)).status).toBe(401);
  });

  it('holds a token to its scope', async () => {
    const url = await start({ type: 'bearer', users: USERS });
    const other = await token('repository:acme/other:pull', CI);
    const refused = await get(url, other);
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toContain(
      'error="insufficient_scope"',
    );
  });

  it('lets anyone pull but not push where that is allowed', async () => {
    const url = await start({
      type: 'bearer',
      users: USERS,
      anonymousPull: true,
    });
    const anonymous = await token('repository:acme/web:pull,push');
    expect((await get(url, anonymous)).status).toBe(200);
    const push = await fetch(`${registry.url}/v2/acme/web/blobs/uploads/`, {
      method: 'POST',
      headers: { authorization: anonymous },
    });
    expect(push.status).toBe(401);
  });

  it('lets a token expire', async () => {
    let now = 0;
    const url = await start({
      type: 'bearer',
      users: USERS,
      tokenSeconds: 60,
      now: () => now,
    });
    const short = await token('repository:acme/web:pull', CI);
    now = 59_000;
    expect((await get(url, short)).status).toBe(200);
    now = 60_000;
    expect((await get(url, short)).status).toBe(401);
  });

  it('gives a token to a form as well', async () => {
    const url = await start({ type: 'bearer', users: USERS });
    const response = await fetch(`${registry.url}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'password',
        username: 'ci',
        password: 'secret',
        scope: 'repository:acme/web:pull',
      }),
    });
    const bearer = `Bearer ${(await response.json()).access_token}`;
    expect((await get(url, bearer)).status).toBe(200);
  });
});
