import { createHash } from 'node:crypto';
import {
  create,
  requested,
  secure,
  serve,
  start,
  stopAll,
} from './testing/registries';

afterEach(stopAll);

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
