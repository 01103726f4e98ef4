import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import {
  Registry,
  RegistryAuth,
  pushImage,
  startRegistry,
} from '@stevedore/demo';
import { ArtifactCopy } from '../../ports/artifacts';
import { createOciArtifacts } from './createOciArtifacts';

const NONE = { manifest: {}, index: {} };

/** Real registries, one of them with a login for who pushes. */
describe('artifacts of registries', () => {
  const open: Registry[] = [];
  afterEach(() => Promise.all(open.splice(0).map(each => each.stop())));

  async function start(auth: RegistryAuth = { type: 'none' }) {
    const registry = await startRegistry({ auth });
    open.push(registry);
    return { registry, host: new URL(registry.url).host };
  }

  const artifacts = createOciArtifacts({
    credentials: () => ({ username: 'ada', password: 'correct' }),
  });
  const anonymous = createOciArtifacts({ credentials: () => undefined });
  const image = { repository: 'acme/web', tag: '1.1.0' };

  async function source(platforms?: string[]) {
    const { registry, host } = await start();
    const created = '2026-01-01T00:00:00Z';
    const made = await pushImage(registry.url, {
      ...image,
      created,
      platforms,
    });
    const from = { repository: `${host}/acme/web`, reference: '1.1.0' };
    return { registry, host, from, digest: made.digest };
  }

  it.each([
    ['an image', undefined],
    ['an index', ['linux/amd64', 'linux/arm64']],
  ])('%s is copied to another registry, by a login', async (_, platforms) => {
    const { from, digest } = await source(platforms);
    const users = { ada: 'correct' };
    const { host } = await start({ type: 'bearer', users } as RegistryAuth);
    const to = { repository: `${host}/prod/web`, reference: 'stable' };
    const copy: ArtifactCopy = { from, to, annotations: NONE };
    expect(await artifacts.digest(to)).toBeUndefined();
    expect((await artifacts.planCopy(copy)).digest).toBe(digest);
    expect(await artifacts.copy(copy)).toEqual({ digest });
    expect(await artifacts.digest(to)).toBe(digest);
    const limits = { largestBytes: 1_000_000 };
    expect(await artifacts.layer(to, limits)).toEqual(
      await artifacts.layer(from, limits),
    );
    // all of it is there already
    expect(await artifacts.copy(copy)).toEqual({ digest });
  });

  it('a tag in the same repository carries nothing', async () => {
    const { registry, from, digest } = await source();
    const before = registry.requests.all().length;
    const to = { ...from, reference: 'stable' };
    await artifacts.copy({ from, to, annotations: NONE });
    expect(await artifacts.digest(to)).toBe(digest);
    const paths = registry.requests.all().slice(before);
    expect(paths.filter(({ path }) => path.includes('/blobs/'))).toEqual([]);
  });

  it.each([
    ['an image', undefined],
    ['an index', ['linux/amd64', 'linux/arm64']],
  ])(
    'annotations give %s a digest that is known before',
    async (_, platforms) => {
      const { host, from, digest } = await source(platforms);
      const to = { repository: `${host}/acme/other`, reference: 'stable' };
      const annotations = {
        manifest: { 'example.com/a': '1' },
        index: { 'example.com/b': '2' },
      };
      const copy = { from, to, annotations };
      const planned = await artifacts.planCopy(copy);
      expect(planned.digest).not.toBe(digest);
      expect(planned.bytes).toBeGreaterThan(0);
      expect(await artifacts.copy(copy)).toEqual({ digest: planned.digest });
      expect(await artifacts.digest(to)).toBe(planned.digest);
      const again = { from: to, to, annotations };
      expect((await artifacts.planCopy(again)).digest).toBe(planned.digest);
    },
  );

  it('layers are bounded, and chosen by their type', async () => {
    const { from } = await source();
    await expect(artifacts.layer(from, { largestBytes: 3 })).rejects.toThrow(
      'larger than 3 bytes',
    );
    await expect(
      artifacts.layer(from, { largestBytes: 1_000_000, mediaType: 'x/y' }),
    ).rejects.toThrow('no layer of the type x/y');
  });

  it('are missed, and refused, by a sentence', async () => {
    const { from } = await source();
    const missing = { ...from, reference: '9.9.9' };
    expect(await artifacts.digest(missing)).toBeUndefined();
    await expect(
      artifacts.layer(missing, { largestBytes: 10 }),
    ).rejects.toThrow('has no 9.9.9 in repository acme/web');
    const users = { ada: 'correct' };
    const { host } = await start({ type: 'basic', users } as RegistryAuth);
    const to = { repository: `${host}/prod/web`, reference: 'stable' };
    await expect(
      anonymous.copy({ from, to, annotations: NONE }),
    ).rejects.toThrow(`add credentials for ${host}`);
  });

  it('say that pushing is not allowed, where it is that', async () => {
    const { from } = await source();
    const server = createServer((request, response) => {
      response.writeHead(request.method === 'HEAD' ? 404 : 403).end();
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    try {
      const { port } = server.address() as AddressInfo;
      const to = { repository: `127.0.0.1:${port}/a/b`, reference: 'x' };
      await expect(
        artifacts.copy({ from, to, annotations: NONE }),
      ).rejects.toThrow(
        'does not let "ada" write repository a/b: grant it the right to push',
      );
    } finally {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    }
  });
});
