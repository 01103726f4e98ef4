import { createHash } from 'node:crypto';
import { createServer, RequestListener, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { Registry, RegistryAuth, startRegistry } from '@stevedore/demo';
import { RegistryError } from '../../model/errors';
import { createOciRegistry } from './createOciRegistry';
import { OciRegistryOptions } from './options';

const secure = { insecureSkipTLSVerify: false };
const users = { ada: 'correct' };
const open: Registry[] = [];
const servers: Server[] = [];

async function start(
  auth: RegistryAuth = { type: 'none' },
  pageSize?: number,
): Promise<Registry> {
  const registry = await startRegistry({ auth, pageSize });
  open.push(registry);
  return registry;
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A clock that stands still unless it is moved, and remembers who waited. */
function fakeTiming() {
  const timing = {
    time: 0,
    waits: [] as number[],
    now: () => timing.time,
    wait: async (ms: number) => {
      timing.waits.push(ms);
    },
  };
  return timing;
}

const create = (options: Partial<OciRegistryOptions> = {}) =>
  createOciRegistry({ credentials: () => undefined, ...options });
const asAda = (password = 'correct') =>
  create({ credentials: () => ({ username: 'ada', password }) });
const requested = (registry: Registry) =>
  registry.requests
    .all()
    .map(({ method, path, status }) => `${method} ${path} ${status}`);

afterEach(async () => {
  await Promise.all(open.splice(0).map(registry => registry.stop()));
  await Promise.all(
    servers.splice(0).map(
      server =>
        new Promise(resolve => {
          server.close(resolve);
          server.closeAllConnections();
        }),
    ),
  );
});

describe('listTags', () => {
  it('follows every page', async () => {
    const registry = await start({ type: 'none' }, 2);
    const tags = ['1.0.0', '1.1.0', '1.2.0', '1.3.0', '2.0.0'];
    for (const tag of tags)
      await registry.publish({ repository: 'team/app', tag });
    expect(
      (await create().listTags(`${registry.host}/team/app`, secure)).sort(),
    ).toEqual(tags);
  });

  it('asks on condition, and notices what is new', async () => {
    const registry = await start();
    const client = create();
    await registry.publish({ repository: 'app', tag: '1.0.0' });
    const list = () => client.listTags(`${registry.host}/app`, secure);
    await list();
    expect(await list()).toEqual(['1.0.0']);
    expect(requested(registry).at(-1)).toBe('GET /v2/app/tags/list 304');
    await registry.publish({ repository: 'app', tag: '1.1.0' });
    expect((await list()).sort()).toEqual(['1.0.0', '1.1.0']);
  });

  it('does not walk in circles', async () => {
    const host = await serve((_, response) => {
      response
        .setHeader('link', '</v2/app/tags/list?n=1000>; rel="next"')
        .end('{"tags":["1"]}');
    });
    await expect(create().listTags(`${host}/app`, secure)).rejects.toThrow(
      'its pages of tags do not end',
    );
  });
});

describe('an image', () => {
  const created = '2024-03-04T05:06:07Z';

  it('tells digest, age and annotations of an image', async () => {
    const registry = await start();
    const { digest } = await registry.publish({
      repository: 'app',
      tag: '1.0.0',
      created,
      annotations: { team: 'web' },
    });
    const image = await create().describe(
      `${registry.host}/app`,
      '1.0.0',
      secure,
    );
    expect(image).toMatchObject({
      tag: '1.0.0',
      digest,
      createdAt: created,
      annotations: { team: 'web' },
    });
    expect(image?.platforms).toBeUndefined();
  });

  it('tells the platforms of an index', async () => {
    const registry = await start();
    const platforms = ['linux/amd64', 'linux/arm64/v8'];
    await registry.publish({
      repository: 'app',
      tag: '1.0.0',
      created,
      platforms,
    });
    expect(
      await create().describe(`${registry.host}/app`, '1.0.0', secure),
    ).toMatchObject({ platforms, createdAt: created });
  });

  it("reads Docker's schema 2, and the annotations of the wanted platform", async () => {
    const list = 'application/vnd.docker.distribution.manifest.list.v2+json';
    const single = 'application/vnd.docker.distribution.manifest.v2+json';
    const contents = new Map<string, { type: string; body: string }>();
    const put = (type: string, value: object) => {
      const body = JSON.stringify(value);
      const hash = createHash('sha256').update(body).digest('hex');
      contents.set(`sha256:${hash}`, { type, body });
      return { digest: `sha256:${hash}`, mediaType: type };
    };
    const member = (os: string, day: number, annotations?: object) => ({
      platform: { os, architecture: 'amd64' },
      ...put(single, {
        mediaType: single,
        annotations,
        config: put('application/vnd.docker.container.image.v1+json', {
          created: `2024-03-0${day}T00:00:00Z`,
        }),
      }),
    });
    const top = put(list, {
      mediaType: list,
      annotations: { team: 'all', kept: 'yes' },
      manifests: [
        member('linux', 1, { team: 'linux' }),
        member('windows', 2),
        member('unknown', 9),
      ],
    });
    const host = await serve((request, response) => {
      const reference = request.url!.split('/').pop()!;
      const digest = reference === '1' ? top.digest : reference;
      const { type, body } = contents.get(digest)!;
      response.setHeader('content-type', type);
      response.setHeader('docker-content-digest', digest);
      response.end(request.method === 'HEAD' ? undefined : body);
    });
    const client = create();
    expect(await client.describe(`${host}/app`, '1', secure)).toEqual({
      tag: '1',
      digest: top.digest,
      platforms: ['linux/amd64', 'windows/amd64'],
      createdAt: '2024-03-02T00:00:00Z',
      annotations: { team: 'all', kept: 'yes' },
    });
    const platform = 'linux/amd64';
    expect(
      await client.describe(`${host}/app`, '1', { ...secure, platform }),
    ).toMatchObject({ annotations: { team: 'linux', kept: 'yes' } });
  });

  it('knows nothing of a tag that is not there', async () => {
    const registry = await start();
    await registry.publish({ repository: 'app', tag: '1.0.0' });
    expect(
      await create().describe(`${registry.host}/app`, '9.9.9', secure),
    ).toBeUndefined();
  });

  it('fetches a digest once, and sees when a tag moves', async () => {
    const registry = await start();
    const client = create();
    const look = () => client.describe(`${registry.host}/app`, 'edge', secure);
    await registry.publish({ repository: 'app', tag: 'edge', created });
    const before = await look();
    const requests = requested(registry).length;
    await look();
    expect(requested(registry).slice(requests)).toEqual([
      'HEAD /v2/app/manifests/edge 200',
    ]);
    await registry.publish({
      repository: 'app',
      tag: 'edge',
      created: '2024-03-05T00:00:00Z',
    });
    expect((await look())?.digest).not.toBe(before?.digest);
  });

  it('refuses content that does not have its digest', async () => {
    const digest = `sha256:${'0'.repeat(64)}`;
    const host = await serve((_, response) => {
      response.setHeader('docker-content-digest', digest);
      response
        .setHeader('content-type', 'application/vnd.oci.image.manifest.v1+json')
        .end('{"config":{}}');
    });
    await expect(create().describe(`${host}/app`, '1', secure)).rejects.toThrow(
      `not ${digest}`,
    );
  });

  it('does not read without end', async () => {
    const host = await serve((request, response) => {
      if (request.method === 'HEAD') response.end();
      else response.end(Buffer.alloc(5 * 1024 * 1024, 32));
    });
    await expect(create().describe(`${host}/app`, '1', secure)).rejects.toThrow(
      'larger than',
    );
  });
});

describe('logging in', () => {
  it.each([['basic' as const], ['bearer' as const]])(
    'works with %s',
    async type => {
      const registry = await start({ type, users });
      await registry.publish({ repository: 'app', tag: '1.0.0' });
      expect(await asAda().listTags(`${registry.host}/app`, secure)).toEqual([
        '1.0.0',
      ]);
      const wrong = asAda('wrong').listTags(`${registry.host}/app`, secure);
      await expect(wrong).rejects.toThrow(
        `Registry ${registry.host} refused the password of "ada"`,
      );
      const nobody = create().listTags(`${registry.host}/app`, secure);
      await expect(nobody).rejects.toThrow(
        `Registry ${registry.host} wants a login for repository app`,
      );
    },
  );

  it('takes one token for many requests, and a new one when it has run out', async () => {
    const timing = fakeTiming();
    const registry = await start({
      type: 'bearer',
      users,
      tokenSeconds: 300,
      now: timing.now,
    });
    await registry.publish({ repository: 'app', tag: '1.0.0' });
    const client = create({
      credentials: () => ({ username: 'ada', password: 'correct' }),
      timing,
    });
    const look = () => client.describe(`${registry.host}/app`, '1.0.0', secure);
    await Promise.all([look(), look(), look()]);
    await look();
    const tokens = () =>
      requested(registry).filter(line => line.includes('/token'));
    expect(tokens()).toHaveLength(1);
    timing.time += 300_000;
    await look();
    expect(tokens()).toHaveLength(2);
    expect(
      requested(registry).filter(line => line.endsWith('401')).length,
    ).toBeLessThanOrEqual(4);
  });

  it('asks for an anonymous token where everyone may pull', async () => {
    const registry = await start({
      type: 'bearer',
      users,
      anonymousPull: true,
    });
    await registry.publish({ repository: 'app', tag: '1.0.0' });
    expect(await create().listTags(`${registry.host}/app`, secure)).toEqual([
      '1.0.0',
    ]);
  });

  it('sends no password to a token server in the clear', async () => {
    const host = await serve((_, response) => {
      response
        .writeHead(401, {
          'www-authenticate': 'Bearer realm="http://tokens.example.org/"',
        })
        .end();
    });
    await expect(asAda().listTags(`${host}/app`, secure)).rejects.toThrow(
      'without encryption',
    );
  });
});

describe('what goes wrong is said', () => {
  it.each([
    [403, 'does not show repository app to everyone'],
    [404, 'has no repository app'],
    [500, 'answered 500 for repository app'],
  ])('%s', async (status, message) => {
    const registry = await start();
    registry.faults.inject({ fault: { kind: 'status', status } });
    await expect(
      create().listTags(`${registry.host}/app`, secure),
    ).rejects.toThrow(message);
  });

  it('nobody listens', async () => {
    const registry = await start();
    await registry.stop();
    const failure = create().listTags(`${registry.host}/app`, secure);
    await expect(failure).rejects.toThrow(
      `Registry ${registry.host} cannot be reached for repository app (ECONNREFUSED)`,
    );
  });

  it('the connection breaks', async () => {
    const registry = await start();
    registry.faults.inject({ fault: { kind: 'reset' } });
    await expect(
      create().listTags(`${registry.host}/app`, secure),
    ).rejects.toThrow('cannot be reached');
  });

  it('no answer comes', async () => {
    const registry = await start();
    registry.faults.inject({ fault: { kind: 'hang' } });
    const failure = create({ timeoutMs: 50 }).listTags(
      `${registry.host}/app`,
      secure,
    );
    await expect(failure).rejects.toThrow('no answer in time');
  });

  it('a certificate is not trusted', async () => {
    const cause = Object.assign(new Error('self-signed certificate'), {
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    const failing = async () => {
      throw new TypeError('fetch failed', { cause });
    };
    await expect(
      create({ fetch: failing }).listTags('registry.example.org/app', secure),
    ).rejects.toThrow(
      'has a certificate that is not trusted here (DEPTH_ZERO_SELF_SIGNED_CERT)',
    );
  });

  it.each([
    '',
    'http://x/y',
    'registry.example.org/App',
    'registry.example.org/app:1.0',
    'a b',
  ])('%p is no repository', async text => {
    await expect(create().listTags(text, secure)).rejects.toThrow(
      'is no image repository',
    );
  });

  it('never with a password', async () => {
    const registry = await start({ type: 'basic', users });
    const error = await asAda('s3cret-password')
      .listTags(`${registry.host}/app`, secure)
      .catch(e => e);
    expect(
      `${error.message} ${error.stack} ${JSON.stringify(error)}`,
    ).not.toContain('s3cret-password');
  });
});

describe('being polite', () => {
  it('waits for a registry that is away for a while, not for one that is broken', async () => {
    let retryAfter: string | undefined = '12';
    const host = await serve((_, response) => {
      if (retryAfter) response.setHeader('retry-after', retryAfter);
      response.writeHead(503).end();
    });
    const timing = fakeTiming();
    const client = create({ timing });
    const list = () => client.listTags(`${host}/app`, secure);
    await expect(list()).rejects.toMatchObject({ retryAfterMs: 12_000 });
    timing.time += 12_000;
    retryAfter = undefined;
    await expect(list()).rejects.toThrow('answered 503');
  });

  it('leaves a host alone for as long as it asks', async () => {
    const timing = fakeTiming();
    const registry = await start();
    await registry.publish({ repository: 'app', tag: '1.0.0' });
    registry.faults.inject({
      fault: { kind: 'status', status: 429, retryAfter: 7 },
      times: 1,
    });
    const client = create({ timing });
    const list = () => client.listTags(`${registry.host}/app`, secure);
    const refused: RegistryError = await list().catch(error => error);
    expect(refused).toMatchObject({
      retryAfterMs: 7000,
      message: `Registry ${registry.host} asks to slow down: it is asked again in 7s.`,
    });
    timing.time += 6999;
    await expect(list()).rejects.toMatchObject({ retryAfterMs: 1 });
    expect(requested(registry)).toHaveLength(1);
    timing.time += 1;
    expect(await list()).toEqual(['1.0.0']);
  });

  it('spends no more than its budget', async () => {
    const timing = fakeTiming();
    const registry = await start();
    await registry.publish({ repository: 'app', tag: '1.0.0' });
    const client = create({ timing, requestsPerSecond: 2 });
    // five seconds of its rate at once, and then what the rate gives
    for (let i = 0; i < 12; i += 1)
      await client.listTags(`${registry.host}/app`, secure);
    expect(timing.waits).toEqual([500, 1000]);
  });
});

it('knows where Docker Hub is', async () => {
  const urls: string[] = [];
  const fetch = async (url: unknown) => {
    urls.push(String(url));
    return new Response('{"tags":[]}');
  };
  const client = create({ fetch: fetch as typeof globalThis.fetch });
  for (const name of ['nginx', 'docker.io/acme/web', 'ghcr.io/acme/web'])
    await client.listTags(name, secure);
  expect(urls).toEqual([
    'https://registry-1.docker.io/v2/library/nginx/tags/list?n=1000',
    'https://registry-1.docker.io/v2/acme/web/tags/list?n=1000',
    'https://ghcr.io/v2/acme/web/tags/list?n=1000',
  ]);
});
