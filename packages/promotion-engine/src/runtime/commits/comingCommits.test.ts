import { systemClock } from '../../adapters/system';
import { Artifacts } from '../../model/artifacts';
import { GitSubscription, Warehouse } from '../../model/definition';
import { MemoryStore } from '../../testing';
import { EngineWorld } from '../testing/EngineWorld';
import { CommitReader } from './CommitReader';

describe('the commits between two freight', () => {
  let world: EngineWorld;
  let base: string;
  let web: string;
  let docs: string;

  const write = (path: string) => {
    world.remote.write(path, path);
    return world.remote.push(`change ${path}`);
  };
  const freight = (parts: Partial<Artifacts>): Artifacts => ({
    ...{ commits: [], images: [], charts: [], artifacts: [] },
    ...parts,
  });
  const image = (revision: string, more: Record<string, string> = {}) => ({
    repoURL: 'localhost:1/web',
    tag: '1.0.0',
    digest: `sha256:${revision}`,
    annotations: {
      'org.opencontainers.image.source': world.remote.url,
      'org.opencontainers.image.revision': revision,
      ...more,
    },
  });
  const images = (...args: Parameters<typeof image>) =>
    freight({ images: [image(...args)] });
  const commit = (id: string) =>
    freight({ commits: [{ repoURL: world.remote.url, id }] });
  const coming = (newer: Artifacts, older?: Artifacts, warehouse?: Warehouse) =>
    world.engine.commits({ project: 'web', newer, older, warehouse });
  const titles = async (...asked: Parameters<typeof coming>) => {
    const [source] = (await coming(...asked)).sources;
    if (source.status !== 'read') throw new Error(source.why);
    return source.added.map(({ title }) => title);
  };

  beforeAll(async () => {
    world = await EngineWorld.start(new MemoryStore(systemClock), {
      ...{ stages: ['dev'], auto: [], time: false },
    });
    base = write('start');
    web = write('apps/web/a.ts');
    docs = write('docs/a.md');
  });
  afterAll(() => world.close());
  beforeEach(() => {
    world.refused.splice(0);
  });

  it('are those of the repository that the images were made from', async () => {
    const all = ['change docs/a.md', 'change apps/web/a.ts'];
    expect(await titles(images(docs), images(base))).toEqual(all);
    expect(await titles(images(docs))).toEqual(['change docs/a.md']);
    const [back] = (await coming(images(base), images(docs))).sources;
    expect(back).toMatchObject({ added: [], newer: base, older: docs });
    expect(back.status === 'read' && back.removed).toHaveLength(2);
  });

  it('are read once for several artifacts of one repository', async () => {
    const both = (revision: string) =>
      freight({ ...images(revision), ...commit(revision) });
    expect((await coming(both(docs), both(base))).sources).toHaveLength(1);
  });

  it('are those of the paths that an image is made of', async () => {
    const paths = { 'stevedore.dev/source-paths': 'apps/web' };
    expect(await titles(images(docs, paths), images(base))).toEqual([
      'change apps/web/a.ts',
    ]);
  });

  it('are those that the Git subscription watches', async () => {
    const git = {
      repoURL: world.remote.url,
      includePaths: [],
      excludePaths: ['glob:docs/**'],
      insecureSkipTLSVerify: false,
    } as Partial<GitSubscription> as GitSubscription;
    const warehouse = {
      ...{ name: 'web', intervalMs: 1, freightCreationPolicy: 'Manual' },
      subscriptions: [{ git }],
    } as Warehouse;
    const asked = [commit(docs), commit(base), warehouse] as const;
    expect(await titles(...asked)).toEqual(['change apps/web/a.ts']);
    expect(await titles(commit(docs), commit(web))).toEqual([
      'change docs/a.md',
    ]);
  });

  it('are not known where the project may not read, were it known before', async () => {
    await coming(images(docs), images(base));
    world.refused.push(world.remote.url);
    expect((await coming(images(docs), images(base))).sources).toEqual([
      {
        ...{ repoURL: world.remote.url, newer: docs, older: base },
        ...{ status: 'unread', why: `${world.remote.url}: not granted` },
      },
    ]);
  });

  it('are not known where the repository has no such commit, and no secret is told', async () => {
    world.masker.add('1'.repeat(40));
    const gone = await coming(images('1'.repeat(40)));
    expect(gone.sources).toMatchObject([
      { status: 'unread', why: expect.stringContaining('has no commit') },
    ]);
    expect(JSON.stringify(gone.sources[0])).not.toContain('commit 1111');
  });

  it('are not known of an artifact that does not say', async () => {
    const charts = [{ repoURL: 'https://charts', name: 'web', version: '1' }];
    const { sources, unknown } = await coming(freight({ charts }));
    expect(sources).toEqual([]);
    expect(unknown.map(({ why }) => why)).toEqual([
      'the chart https://charts web 1 names no commits',
    ]);
  });
});

describe('a reader of commits', () => {
  const range = {
    ...{ repoURL: 'https://host/x', newer: 'b', older: 'a' },
    ...{ includePaths: [], excludePaths: [], insecureSkipTLSVerify: false },
  };
  const nothing = { added: [], removed: [], more: false };

  it('asks Git once, and again after a failure', async () => {
    const commitsBetween = jest
      .fn()
      .mockRejectedValueOnce(new Error('away'))
      .mockResolvedValue(nothing);
    const git = { commitsBetween, changedPaths: jest.fn() };
    const reader = new CommitReader({ git });
    await expect(reader.read(range)).rejects.toThrow('away');
    const both = [reader.read(range), reader.read({ ...range })];
    expect(await Promise.all(both)).toEqual([nothing, nothing]);
    expect(commitsBetween).toHaveBeenCalledTimes(2);
  });

  it('shows so many at most, and says that there are more', async () => {
    const added = Array.from({ length: 300 }, (_, n) => ({ id: `${n}` }));
    const git = {
      commitsBetween: async () => ({ ...nothing, added } as never),
      changedPaths: async (_: string, ids: string[]) =>
        Object.fromEntries(ids.map(id => [id, ['a.ts']])),
    };
    const reader = new CommitReader({ git });
    const narrowed = { ...range, includePaths: ['a.ts'] };
    const found = await reader.read(narrowed);
    expect([found.added.length, found.more]).toEqual([250, true]);
  });
});
