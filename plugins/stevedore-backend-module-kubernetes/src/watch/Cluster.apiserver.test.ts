import { API_SERVER, ApiServer } from '../__testUtils__/ApiServer';
import { clusterOf } from '../__testUtils__/clusterOf';
import { eventually } from '../__testUtils__/eventually';
import { FLUX_KINDS } from '../flux/fluxKinds';

const whereGoIs = API_SERVER ? describe : describe.skip;

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
});
