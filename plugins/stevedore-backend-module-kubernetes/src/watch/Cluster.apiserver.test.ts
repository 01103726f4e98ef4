import { ApiServer, whereGoIs } from '../__testUtils__/ApiServer';
import { clusterOf } from '../__testUtils__/clusterOf';
import { Doorkeeper } from '../__testUtils__/Doorkeeper';
import { eventually } from '../__testUtils__/eventually';
import { FLUX_KINDS } from '../flux/fluxKinds';
import { backOff } from './backOff';

/** How often it is asked within so many milliseconds, when nothing shortens the pauses. */
function attemptsWithin(ms: number): number {
  let attempts = 0;
  for (let spent = 0; spent < ms; spent += backOff(attempts, () => 0))
    attempts += 1;
  return attempts;
}

whereGoIs('a cluster, on a real API server', () => {
  const kind = FLUX_KINDS.GitRepository;
  const ref = { kind, namespace: 'shop', name: 'web' };
  let server: ApiServer;
  let made: ReturnType<typeof clusterOf>;

  beforeAll(async () => {
    server = await ApiServer.start([kind]);
  });

  beforeEach(() => {
    made = clusterOf(server.access);
  });

  afterEach(async () => {
    await made.cluster.stop();
    await server.remove(kind, ref.namespace, ref.name);
  });

  afterAll(() => server.close());

  const urlOf = async () => {
    const sight = await made.cluster.see(ref);
    if (sight.status !== 'found') return sight.status;
    return (sight.object as unknown as { spec: { url: string } }).spec.url;
  };
  const shows = (url: string) =>
    eventually(async () => expect(await urlOf()).toBe(url));
  const create = () =>
    server.create(kind, {
      metadata: { namespace: ref.namespace, name: ref.name },
      ...{ spec: { url: 'a' } },
    });

  it('is followed on with a certificate that was rotated', async () => {
    await create();
    await shows('a');
    await server.away();
    await shows('unknown');
    await server.rotateCertificate();
    await server.back();
    await shows('a');
    await server.change(kind, ref, { spec: { url: 'b' } });
    await shows('b');
  });

  it('is listed again after a restart that forgot where the watch was', async () => {
    await create();
    await shows('a');
    await server.away();
    await server.back();
    await server.change(kind, ref, { spec: { url: 'b' } });
    await shows('b');
  });

  it('is followed on when it was away for as many attempts as five minutes have', async () => {
    let attempts = 0;
    await made.cluster.stop();
    made = clusterOf(server.access, {
      backOff: failures => {
        attempts = failures;
        return 1;
      },
    });
    await create();
    await shows('a');
    const turned = jest.fn();
    made.interests.add(made.cluster.topicsOf(ref), { id: 'me', wake: turned });
    await server.away();
    await eventually(() =>
      expect(attempts).toBeGreaterThan(attemptsWithin(300_000)),
    );
    expect(await urlOf()).toBe('unknown');
    expect(turned).toHaveBeenCalledTimes(1);
    // a server that begins may not serve the kind yet, and that is said, too
    const said = made.sentences.filter(each => each.startsWith('cannot see'));
    expect(said).toHaveLength(1);
    await server.back();
    await server.change(kind, ref, { spec: { url: 'b' } });
    await shows('b');
  });

  describe('with a network and other users between', () => {
    let keeper: Doorkeeper;

    beforeEach(async () => {
      keeper = await Doorkeeper.before(server.access);
      await made.cluster.stop();
      made = clusterOf(keeper.access);
    });

    afterEach(() => keeper.close());

    const watched = async () => {
      await create();
      await shows('a');
      await eventually(() => expect(keeper.watching).toBe(true));
    };

    it('is followed on where it was when a watch is closed, and nobody is told', async () => {
      await watched();
      keeper.cut();
      await server.change(kind, ref, { spec: { url: 'b' } });
      await shows('b');
      expect(keeper.asked).toEqual({ list: 1, watch: 2 });
      expect(made.sentences.join()).not.toContain('cannot see');
    });

    it('is listed again where it has forgotten what a watch wants (410 Gone)', async () => {
      await watched();
      keeper.watchFrom = '1';
      keeper.cut();
      await server.change(kind, ref, { spec: { url: 'b' } });
      await shows('b');
      await eventually(() => expect(keeper.watching).toBe(true));
      expect(keeper.codes).toContain(410);
      expect(keeper.asked.list).toBe(2);
      expect(made.sentences.join()).not.toContain('cannot see');
      await server.change(kind, ref, { spec: { url: 'c' } });
      await shows('c');
    });

    it('is left alone for as long as it says that it is busy (429)', async () => {
      keeper.busy.list.push(1, 1);
      await watched();
      expect(keeper.asked.list).toBe(3);
      keeper.busy.watch.push(1);
      keeper.cut();
      await server.change(kind, ref, { spec: { url: 'b' } });
      await shows('b');
      expect(keeper.asked).toEqual({ list: 3, watch: 3 });
    });
  });
});
