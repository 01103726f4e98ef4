import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readBody } from '../http/readBody';
import {
  LoopbackServer,
  startLoopbackServer,
} from '../http/startLoopbackServer';
import { digestOf } from './digest';
import { mediaTypes } from './mediaTypes';
import { pushImage } from './pushImage';
import { Registry, RegistryOptions, startRegistry } from './startRegistry';

const CREATED = '2026-08-01T10:00:00Z';
const WEB = { repository: 'acme/web', tag: '1.0.0', created: CREATED };

describe('startRegistry', () => {
  let registry: Registry;

  async function start(options?: RegistryOptions): Promise<string> {
    registry = await startRegistry(options);
    return `${registry.url}/v2/acme/web`;
  }

  afterEach(() => registry.stop());

  it('answers the version check', async () => {
    await start();
    const response = await fetch(`${registry.url}/v2/`);
    expect(response.status).toBe(200);
    expect(response.headers.get('docker-distribution-api-version')).toBe(
      'registry/2.0',
    );
  });

  it('serves an image whose every descriptor leads to its content', async () => {
    const base = await start();
    const { digest } = await registry.publish({
      ...WEB,
      labels: { 'org.opencontainers.image.revision': 'abc' },
    });

    const response = await fetch(`${base}/manifests/1.0.0`);
    const text = await response.text();
    expect(response.headers.get('content-type')).toBe(mediaTypes.manifest);
    expect(response.headers.get('docker-content-digest')).toBe(digest);
    expect(digestOf(text)).toBe(digest);

    const manifest = JSON.parse(text);
    expect(manifest.annotations).toMatchObject({
      'org.opencontainers.image.created': CREATED,
    });
    const config = await blob(base, manifest.config.digest);
    expect(JSON.parse(config.toString())).toMatchObject({
      created: CREATED,
      os: 'linux',
      architecture: 'amd64',
      config: { Labels: { 'org.opencontainers.image.revision': 'abc' } },
    });
    const layer = await blob(base, manifest.layers[0].digest);
    expect(JSON.parse(config.toString()).rootfs.diff_ids).toEqual([
      digestOf(gunzipSync(layer)),
    ]);
  });

  it('serves an index for several platforms', async () => {
    const base = await start();
    await registry.publish({
      ...WEB,
      platforms: ['linux/amd64', 'linux/arm/v7'],
    });

    const index = await (await fetch(`${base}/manifests/1.0.0`)).json();
    expect(index.mediaType).toBe(mediaTypes.index);
    expect(index.manifests.map((entry: any) => entry.platform)).toEqual([
      { os: 'linux', architecture: 'amd64' },
      { os: 'linux', architecture: 'arm', variant: 'v7' },
    ]);
    const child = await fetch(`${base}/manifests/${index.manifests[1].digest}`);
    expect((await child.json()).mediaType).toBe(mediaTypes.manifest);
  });

  it('answers HEAD, and 304 to a client that holds the manifest', async () => {
    const base = await start();
    const { digest } = await registry.publish(WEB);
    const url = `${base}/manifests/1.0.0`;

    const head = await fetch(url, { method: 'HEAD' });
    expect(head.headers.get('etag')).toBe(`"${digest}"`);
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(0);
    expect(await head.text()).toBe('');

    const held = await fetch(url, {
      headers: { 'If-None-Match': `"${digest}"` },
    });
    expect(held.status).toBe(304);
  });

  it('pages the tags list and links to the next page', async () => {
    const base = await start({ pageSize: 3 });
    for (const tag of ['1.0.0', '1.1.0', '1.2.0', '1.3.0']) {
      await registry.publish({ ...WEB, tag });
    }

    const pages: string[][] = [];
    let next: string | undefined = `${base}/tags/list?n=2`;
    while (next) {
      const response: Response = await fetch(next);
      pages.push((await response.json()).tags);
      const link = response.headers.get('link');
      next = link
        ? new URL(/^<(.+)>; rel="next"$/.exec(link)![1], registry.url).href
        : undefined;
    }
    expect(pages).toEqual([
      ['1.0.0', '1.1.0'],
      ['1.2.0', '1.3.0'],
    ]);

    const whole = await fetch(`${base}/tags/list?n=100`);
    expect((await whole.json()).tags).toHaveLength(3);
    expect(whole.headers.get('link')).toContain('last=1.2.0');
  });

  it.each([
    ['/v2/acme/none/tags/list', 404, 'NAME_UNKNOWN'],
    ['/v2/acme/web/tags/list?n=x', 400, 'PAGINATION_NUMBER_INVALID'],
    ['/v2/acme/web/manifests/9.9.9', 404, 'MANIFEST_UNKNOWN'],
    ['/v2/acme/none/manifests/9.9.9', 404, 'NAME_UNKNOWN'],
    [`/v2/acme/web/blobs/${digestOf('')}`, 404, 'BLOB_UNKNOWN'],
    ['/v2/ACME/web/tags/list', 404, 'NAME_INVALID'],
  ])('answers %s with %d %s', async (path, status, code) => {
    await start();
    await registry.publish(WEB);
    const response = await fetch(`${registry.url}${path}`);
    expect(response.status).toBe(status);
    expect((await response.json()).errors[0].code).toBe(code);
  });

  it('lets a client push, in one piece and in chunks', async () => {
    const base = await start();
    const { digest } = await pushImage(registry.url, WEB);
    const tags = await (await fetch(`${base}/tags/list`)).json();
    expect(tags).toEqual({ name: 'acme/web', tags: ['1.0.0'] });
    const manifest = await fetch(`${base}/manifests/${digest}`);
    expect(manifest.status).toBe(200);

    const begun = await fetch(`${base}/blobs/uploads/`, { method: 'POST' });
    const upload = new URL(begun.headers.get('location')!, registry.url).href;
    await fetch(upload, { method: 'PATCH', body: 'one ' });
    const second = await fetch(upload, {
      method: 'PATCH',
      headers: { 'Content-Range': '4-6' },
      body: 'two',
    });
    expect(second.headers.get('range')).toBe('0-6');
    const gap = await fetch(upload, {
      method: 'PATCH',
      headers: { 'Content-Range': '9-11' },
      body: 'gap',
    });
    expect(gap.status).toBe(416);
    const done = await fetch(`${upload}?digest=${digestOf('one two')}`, {
      method: 'PUT',
    });
    expect(done.status).toBe(201);
    expect(String(await blob(base, digestOf('one two')))).toBe('one two');
  });

  it('refuses content that does not match, or that is not there', async () => {
    const base = await start();
    const wrong = await fetch(
      `${base}/blobs/uploads/?digest=${digestOf('other')}`,
      { method: 'POST', body: 'content' },
    );
    expect(wrong.status).toBe(400);
    const orphan = await fetch(`${base}/manifests/1.0.0`, {
      method: 'PUT',
      body: JSON.stringify({ config: { digest: digestOf('other') } }),
    });
    expect((await orphan.json()).errors[0].code).toBe('MANIFEST_BLOB_UNKNOWN');
  });

  it('takes a tag away', async () => {
    const base = await start();
    await registry.publish(WEB);
    await registry.unpublish('acme/web', '1.0.0');
    expect((await fetch(`${base}/manifests/1.0.0`)).status).toBe(404);
  });

  it('keeps what was pushed when it has a directory', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'registry-'));
    await start({ directory });
    const { digest } = await registry.publish(WEB);
    await registry.stop();

    const base = await start({ directory });
    const manifest = await fetch(`${base}/manifests/1.0.0`);
    expect(digestOf(await manifest.text())).toBe(digest);
    await rm(directory, { recursive: true });
  });

  async function blob(base: string, digest: string): Promise<Buffer> {
    const response = await fetch(`${base}/blobs/${digest}`);
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  }

  describe('with somebody to tell', () => {
    let listener: LoopbackServer;
    let told: { authorization?: string; type?: string; body: any }[];

    beforeEach(async () => {
      told = [];
      listener = await startLoopbackServer(async (request, response) => {
        const body = JSON.parse((await readBody(request, 10_000)).toString());
        const { authorization, 'content-type': type } = request.headers;
        told.push({ authorization, type, body });
        response.writeHead(202).end();
      });
    });
    afterEach(() => listener.stop());

    const notify = () => [
      { url: listener.url, headers: { Authorization: 'Bearer s' } },
    ];

    it('tells of a tag that is pushed, as Distribution does', async () => {
      await start({ notify: notify() });
      const { digest } = await pushImage(registry.url, WEB);
      await registry.stop();
      expect(told).toEqual([
        {
          authorization: 'Bearer s',
          type: 'application/vnd.docker.distribution.events.v2+json',
          body: {
            events: [
              expect.objectContaining({
                action: 'push',
                target: expect.objectContaining({
                  repository: 'acme/web',
                  tag: '1.0.0',
                  digest,
                }),
              }),
            ],
          },
        },
      ]);
    });

    it('takes a push although nobody listens', async () => {
      await start({ notify: notify() });
      await listener.stop();
      await pushImage(registry.url, WEB);
      expect(registry.tags('acme/web')).toEqual(['1.0.0']);
    });
  });
});
