import { clusterOf, plainAccess } from '../__testUtils__/clusterOf';
import { eventually } from '../__testUtils__/eventually';
import { StandInApi } from '../__testUtils__/StandInApi';
import { KubernetesObject, ResourceKind } from '../api/resourceKind';
import { Cluster } from './Cluster';

const THING: ResourceKind = {
  group: 'acme.dev',
  version: 'v1',
  kind: 'Thing',
  plural: 'things',
};

const thing = (name: string, labels = {}): KubernetesObject => ({
  metadata: { name, namespace: 'shop', labels },
});

const ref = (name: string) => ({ kind: THING, namespace: 'shop', name });

describe('a cluster', () => {
  let api: StandInApi;
  let cluster: Cluster;
  let made: ReturnType<typeof clusterOf>;

  beforeEach(async () => {
    api = new StandInApi();
    await api.start();
    made = clusterOf(plainAccess(api.url));
    cluster = made.cluster;
  });

  afterEach(async () => {
    await cluster.stop();
    await api.stop();
  });

  const statusOf = async (name: string) =>
    (await cluster.see(ref(name))).status;

  it('is listed once in pages and watched once, however many ask', async () => {
    api.pageSize = 2;
    for (const name of ['a', 'b', 'c', 'd', 'e']) api.put(THING, thing(name));
    const seen = await Promise.all(['a', 'e', 'x'].map(statusOf));
    expect(seen).toEqual(['found', 'found', 'absent']);
    await eventually(() => expect(api.watches).toBe(1));
    expect(api.asked).toEqual({ list: 3, watch: 1 });
  });

  it('follows what appears, changes and goes', async () => {
    expect(await statusOf('a')).toBe('absent');
    api.put(THING, thing('a'));
    await eventually(async () => expect(await statusOf('a')).toBe('found'));
    api.remove(THING, 'shop', 'a');
    await eventually(async () => expect(await statusOf('a')).toBe('absent'));
    expect(api.asked.list).toBe(1);
  });

  it('chooses by labels within a namespace', async () => {
    api.put(THING, thing('a', { app: 'web' }));
    api.put(THING, thing('b', { app: 'db' }));
    api.put(THING, {
      metadata: { name: 'c', namespace: 'other', labels: { app: 'web' } },
    });
    const selection = await cluster.select(THING, 'shop', {
      matchLabels: { app: 'web' },
    });
    expect(selection).toMatchObject({
      status: 'known',
      objects: [{ metadata: { name: 'a' } }],
    });
  });

  it.each(['end', 'destroy'] as const)(
    'goes on where it was when a watch is closed (%s), and tells nobody',
    async how => {
      await statusOf('a');
      await eventually(() => expect(api.watches).toBe(1));
      api.closeWatches(how);
      api.put(THING, thing('a'));
      await eventually(async () => expect(await statusOf('a')).toBe('found'));
      expect(api.asked.list).toBe(1);
      expect(made.sentences.join()).not.toContain('cannot');
    },
  );

  it('lists again when the cluster has forgotten where it was (410)', async () => {
    api.put(THING, thing('gone'));
    expect(await statusOf('gone')).toBe('found');
    await eventually(() => expect(api.watches).toBe(1));
    await api.stop();
    api.remove(THING, 'shop', 'gone');
    api.put(THING, thing('a'));
    api.forget();
    await api.start();
    await eventually(async () => expect(await statusOf('a')).toBe('found'));
    expect(await statusOf('gone')).toBe('absent');
    expect(api.asked.list).toBe(2);
  });

  it('knows nothing while the cluster is away, says so, and comes back', async () => {
    api.put(THING, thing('a'));
    expect(await statusOf('a')).toBe('found');
    const turned = jest.fn();
    const topics = cluster.topicsOf(ref('a'));
    made.interests.add(topics, { id: 'me', wake: turned });
    await api.stop();
    await eventually(async () => expect(await statusOf('a')).toBe('unknown'));
    expect(turned).toHaveBeenCalledTimes(1);
    expect(await cluster.see(ref('a'))).toMatchObject({
      reason: expect.stringMatching(
        /^things\.acme\.dev of cluster test cannot be seen since 2.*did not answer/,
      ),
    });
    made.interests.add(topics, { id: 'me', wake: turned });
    await api.start();
    await eventually(async () => expect(await statusOf('a')).toBe('found'));
    expect(turned).toHaveBeenCalledTimes(2);
  });

  it('waits as long as a busy cluster says (429), and asks again', async () => {
    const busy = { status: 429, headers: { 'retry-after': '1' } };
    api.next.list = [busy, busy];
    api.put(THING, thing('a'));
    expect(await statusOf('a')).toBe('found');
    expect(api.asked.list).toBe(3);
  });

  it('says which verb on what is missing where', async () => {
    const refused = { status: 403, message: 'things is forbidden' };
    api.next.list = Array.from({ length: 1000 }, () => refused);
    expect(await cluster.see(ref('a'))).toMatchObject({
      status: 'unknown',
      reason: expect.stringContaining(
        'cluster test does not let Stevedore list things.acme.dev: add the verb list on things.acme.dev to its role (things is forbidden)',
      ),
    });
  });

  it('does not take a kind that is not served for an object that is not there', async () => {
    const target = ref('a');
    expect(await cluster.api.get(target)).toBeUndefined();
    api.next.get = [{ status: 404, reason: '' }];
    await expect(cluster.api.get(target)).rejects.toMatchObject({
      passing: true,
    });
  });

  it('reads only the namespaces it is given, each by itself', async () => {
    const some = clusterOf(plainAccess(api.url), { namespaces: ['shop'] });
    api.put(THING, thing('a'));
    expect((await some.cluster.see(ref('a'))).status).toBe('found');
    const other = { kind: THING, namespace: 'kube-system', name: 'a' };
    expect(await some.cluster.see(other)).toMatchObject({
      reason: expect.stringContaining('is not read in namespace kube-system'),
    });
    await some.cluster.stop();
  });

  it('tells an interest once, and a second one with its id takes its place', async () => {
    await statusOf('a');
    const first = jest.fn();
    const second = jest.fn();
    made.interests.add(cluster.topicsOf(ref('a')), { id: 'me', wake: first });
    made.interests.add(cluster.topicsOf(ref('a')), { id: 'me', wake: second });
    api.put(THING, thing('a'));
    await eventually(() => expect(second).toHaveBeenCalled());
    api.put(THING, thing('a', { more: 'yes' }));
    await eventually(() =>
      expect(cluster.peek(ref('a'))).toMatchObject({
        object: { metadata: { labels: { more: 'yes' } } },
      }),
    );
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
  });
});
