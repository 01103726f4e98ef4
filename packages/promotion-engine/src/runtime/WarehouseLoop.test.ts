import { Subscription } from '../model/definition';
import { startArtifactServer } from '../testing';
import { Discovery, MINUTE, warehouse } from './testing/Discovery';

describe('a warehouse', () => {
  let world: Discovery;
  beforeEach(async () => {
    world = new Discovery(await startArtifactServer());
  });
  afterEach(async () => {
    await world.server.close();
    world.remote.remove();
  });

  const image = (change: object = {}): Subscription => ({
    image: {
      repoURL: `${world.server.host}/app`,
      imageSelectionStrategy: 'SemVer',
      strictSemvers: true,
      allowTagsRegexes: [],
      ignoreTagsRegexes: [],
      discoveryLimit: 20,
      insecureSkipTLSVerify: false,
      ...change,
    },
  });
  const git = (): Subscription => ({
    name: 'config',
    git: {
      repoURL: world.remote.url,
      commitSelectionStrategy: 'NewestFromBranch',
      strictSemvers: true,
      allowTagsRegexes: [],
      ignoreTagsRegexes: [],
      includePaths: [],
      excludePaths: [],
      discoveryLimit: 20,
      insecureSkipTLSVerify: false,
    },
  });
  const chart = (): Subscription => ({
    chart: {
      repoURL: world.server.chartsUrl,
      name: 'web',
      discoveryLimit: 20,
      insecureSkipTLSVerify: false,
    },
  });

  it('makes freight of an image, a commit and a chart', async () => {
    world.publish('1.0.0');
    world.server.charts.set('web', ['0.1.0', '0.2.0']);
    world.remote.write('a', '1');
    const commit = world.remote.push('first');
    world.warehouses = [warehouse([image(), git(), chart()])];
    await world.poll();
    expect(await world.freight()).toEqual(['1.0.0 first 0.2.0']);
    expect(world.queued).toEqual([
      { kind: 'stage', project: 'web', name: 'dev' },
    ]);
    const { items } = await world.store.freightPage('web', { limit: 1 });
    expect(items[0].commits).toMatchObject([
      {
        id: commit,
        subscriptionName: 'config',
        author: 'Ada <ada@example.com>',
      },
    ]);
    expect(world.asked.map(({ kind }) => kind)).toEqual([
      'image',
      'git',
      'chart',
    ]);
    expect(await world.conditions()).toEqual([
      'Healthy True ArtifactsDiscovered',
      'Ready True ArtifactsDiscovered',
      'FreightCreationCriteriaSatisfied True CriteriaSatisfied',
      'FreightCreated True NewFreight',
    ]);

    // invariant 6: the same discovery twice creates no second freight
    await world.poll();
    expect(await world.freight()).toHaveLength(1);
    expect(await world.conditions()).toContain(
      'FreightCreated False AlreadyExists',
    );
  });

  it('makes one freight when two look at the same time', async () => {
    world.publish('1.0.0');
    world.publish('1.1.0', 'api');
    const api = image({ repoURL: `${world.server.host}/api` });
    // the same artifacts, whatever the order of the subscriptions
    world.warehouses = [warehouse([image(), api])];
    const first = world.poll();
    world.warehouses = [warehouse([api, image()])];
    await Promise.all([first, world.poll(), world.poll()]);
    expect(await world.freight()).toHaveLength(1);
    const { items } = await world.store.history('web', { limit: 9 });
    expect(items.map(({ verb }) => verb)).toEqual(['freight.created']);
  });

  it('asks once when nothing is new, and no more when others have just asked', async () => {
    for (let minor = 0; minor < 40; minor += 1) world.publish(`1.${minor}.0`);
    const names = ['a', 'b', 'c', 'd', 'e'];
    world.warehouses = names.map(name => warehouse([image()], { name }));
    for (const name of names) await world.poll(name, 0);
    expect(world.requests()).toHaveLength(1 + 20 * 2);
    for (const name of names) await world.poll(name, name === 'a' ? 5 : 0);
    expect(world.requests()).toContain('GET /v2/app/tags/list 304');
    expect(await world.poll('a', 1)).toBe(4 * MINUTE);
    // single tags are looked at again at times that hang on the address of the registry
    const lists = world.requests().filter(line => line.includes('tags/list'));
    expect(lists).toEqual([]);
  });

  it('looks at everything for a refresh', async () => {
    world.publish('1.0.0');
    world.warehouses = [warehouse([image()])];
    await world.poll();
    world.requests();
    await world.loop.refresh('web', 'web');
    expect(world.requests()).toEqual([
      'GET /v2/app/tags/list 304',
      'HEAD /v2/app/manifests/1.0.0 200',
    ]);
  });

  it('sees a tag that moved: at once where names move, else in time', async () => {
    const built = async (tag: string) => {
      world.server.images
        .get('app')!
        .set(tag, { created: '2026-02-01T00:00:00Z' });
      let polls = 0;
      for (const { length } = await world.freight(); ; ) {
        polls += 1;
        await world.poll();
        if ((await world.freight()).length > length) return polls;
        if (polls > 40) throw new Error('it was never seen');
      }
    };
    world.publish('1.0.0');
    world.publish('latest');
    world.warehouses = [warehouse([image()])];
    await world.poll();
    expect(await built('1.0.0')).toBeLessThanOrEqual(18);
    world.warehouses = [
      warehouse([
        image({ imageSelectionStrategy: 'Digest', constraint: 'latest' }),
      ]),
    ];
    await world.poll();
    expect(await built('latest')).toBe(1);
  });

  it('makes nothing of half a discovery, and says what is missing', async () => {
    world.publish('1.0.0');
    world.warehouses = [warehouse([image(), chart()])];
    await world.poll();
    expect(await world.freight()).toEqual([]);
    expect(await world.conditions()).toEqual([
      'Healthy False NoChartVersionsDiscovered',
      'Ready False NoChartVersionsDiscovered',
    ]);
    const discovery = await world.store.discovery('web', 'web');
    expect(discovery?.error).toMatch(/has no version that fits/);
  });

  it('comes back sooner than at the next poll after a failure, but ever later', async () => {
    world.publish('1.0.0');
    world.warehouses = [warehouse([image()])];
    world.server.failing = 503;
    const seconds = [];
    for (let poll = 0; poll < 7; poll += 1)
      seconds.push((await world.poll()) / 1000);
    expect(seconds).toEqual([10, 20, 40, 80, 160, 300, 300]);
    world.server.failing = undefined;
    expect(await world.poll()).toBe(5 * MINUTE);
    expect(await world.freight()).toEqual(['1.0.0']);
    world.server.failing = 503;
    expect(await world.poll()).toBe(10_000);
  });

  it('comes back as late as a registry asks', async () => {
    world.publish('1.0.0');
    world.warehouses = [warehouse([image()])];
    world.server.failing = 429;
    world.server.retryAfterSeconds = 45;
    expect(await world.poll()).toBe(45_000);
    world.server.retryAfterSeconds = 900;
    expect(await world.poll()).toBe(900_000);
  });

  it('comes back after a refresh that failed, which has no next poll of its own', async () => {
    world.warehouses = [warehouse([image()])];
    world.server.failing = 503;
    await world.loop.refresh('web', 'web');
    expect(world.queued).toEqual([
      { kind: 'warehouse', project: 'web', name: 'web' },
    ]);
  });

  it('keeps what it found while a registry does not answer', async () => {
    world.publish('1.0.0');
    world.warehouses = [warehouse([image()])];
    await world.poll();
    world.server.failing = 429;
    expect(await world.poll()).toBe(10_000);
    const discovery = await world.store.discovery('web', 'web');
    expect(discovery?.images[0].references).toHaveLength(1);
    expect(discovery?.error).toMatch(/asks to slow down/);
    expect(await world.conditions()).toEqual([
      'Healthy False DiscoveryFailed',
      'Ready False DiscoveryFailure',
    ]);
    world.server.failing = undefined;
    await world.poll();
    expect(await world.conditions()).toContain(
      'Healthy True ArtifactsDiscovered',
    );
  });

  it('asks nobody when the platform does not grant it', async () => {
    world.publish('1.0.0');
    world.refused = 'add it to stevedore.registries';
    world.warehouses = [warehouse([image()])];
    await world.poll();
    expect(world.requests()).toEqual([]);
    const discovery = await world.store.discovery('web', 'web');
    expect(discovery?.error).toBe(world.refused);
  });

  it('leaves freight to people when they want that', async () => {
    world.publish('1.0.0');
    world.warehouses = [
      warehouse([image()], { freightCreationPolicy: 'Manual' }),
    ];
    await world.poll();
    expect(await world.freight()).toEqual([]);
    const discovery = await world.store.discovery('web', 'web');
    expect(discovery?.images[0].references).toHaveLength(1);
    expect(discovery?.error).toBeUndefined();
  });

  it('waits until the criteria hold', async () => {
    world.publish('1.1.0');
    world.server.charts.set('web', ['1.0.0']);
    const same = () =>
      `imageFrom('${world.server.host}/app').Tag == chartFrom('${world.server.chartsUrl}', 'web').Version`;
    world.warehouses = [
      warehouse([image(), chart()], { freightCreationCriteria: same() }),
    ];
    await world.poll();
    expect(await world.freight()).toEqual([]);
    expect(await world.conditions()).toContain(
      'FreightCreationCriteriaSatisfied False CriteriaNotSatisfied',
    );
    world.server.charts.set('web', ['1.0.0', '1.1.0']);
    await world.poll();
    expect(await world.freight()).toEqual(['1.1.0 1.1.0']);
    world.warehouses = [
      warehouse([image()], { freightCreationCriteria: 'nobody.knows' }),
    ];
    await world.poll();
    expect(await world.conditions()).toContain(
      'Healthy False CriteriaEvaluationFailed',
    );
  });

  it('makes freight of the newest only, or of every version when asked', async () => {
    const publish = () =>
      ['1.1.0', '1.2.0', '1.3.0'].forEach(tag => world.publish(tag));
    world.publish('1.0.0');
    world.publish('0.9.0');
    world.warehouses = [
      warehouse([image()], { name: 'newest' }),
      warehouse([image()], { name: 'every', everyVersion: true }),
    ];
    await world.poll('newest');
    await world.poll('every');
    publish();
    await world.poll('newest');
    await world.poll('every');
    const { items } = await world.store.freightPage('web', { limit: 50 });
    const of = (name: string) =>
      items
        .filter(({ origin }) => origin.name === name)
        .map(({ images }) => images[0].tag);
    expect(of('newest')).toEqual(['1.3.0', '1.0.0']);
    expect(of('every')).toEqual(['1.3.0', '1.2.0', '1.1.0', '1.0.0']);
    await world.poll('every');
    const again = await world.store.freightPage('web', { limit: 50 });
    expect(again.items).toHaveLength(items.length);
  });
});
