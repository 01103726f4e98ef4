import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiServer, whereGoIs } from '../__testUtils__/ApiServer';
import { clusterOf } from '../__testUtils__/clusterOf';
import { eventually } from '../__testUtils__/eventually';
import { KubernetesPortal } from '../__testUtils__/KubernetesPortal';
import { Pod } from '../__testUtils__/Pod';
import { createClusters } from '../createClusters';
import { FLUX_KINDS } from '../flux/fluxKinds';
import { Cluster } from '../watch/Cluster';
import { Interests } from '../watch/Interests';
import { ClusterAccess } from './readKubernetesConfig';

jest.setTimeout(120_000);

const kind = FLUX_KINDS.GitRepository;
const ref = { kind, namespace: 'shop', name: 'web' };
const account = { namespace: 'stevedore', name: 'stevedore' };

whereGoIs('ways to sign in at a real API server', () => {
  let server: ApiServer;
  let cluster: Cluster | undefined;

  beforeAll(async () => {
    server = await ApiServer.start([kind]);
    await server.create(kind, {
      metadata: { namespace: ref.namespace, name: ref.name },
      ...{ spec: { url: 'a' } },
    });
  });

  afterEach(async () => {
    await cluster?.stop();
    cluster = undefined;
  });

  afterAll(() => server.close());

  const authority = () => readFile(server.access.caFile!, 'utf8');
  const comesBy = (access: ClusterAccess) => {
    cluster = clusterOf(access).cluster;
    return cluster;
  };
  const sees = (url: string) =>
    eventually(async () =>
      expect(await cluster!.see(ref)).toMatchObject({
        object: { spec: { url } },
      }),
    );

  describe('as the service account of a pod', () => {
    let pod: Pod;

    beforeEach(async () => {
      pod = await Pod.start(server.access.url);
    });

    afterEach(() => pod.end());

    const mount = async (seconds: number) =>
      pod.mount({
        token: await server.token(account, seconds),
        'ca.crt': await authority(),
      });
    const enter = () => comesBy({ inCluster: true, root: pod.root });

    it('sees and follows, with the token that is there at that moment', async () => {
      await mount(3_600);
      const { api } = enter();
      await sees('a');
      await mount(0);
      await expect(api.get(ref)).rejects.toThrow(
        'cluster test does not know who asks to get gitrepositories.source.toolkit.fluxcd.io',
      );
      await mount(3_600);
      await expect(api.get(ref)).resolves.toMatchObject({ metadata: {} });
      await server.change(kind, ref, { spec: { url: 'b' } });
      await sees('b');
      await server.change(kind, ref, { spec: { url: 'a' } });
    });

    it('goes on when the authority of the cluster was rotated', async () => {
      await mount(3_600);
      enter();
      await sees('a');
      await server.away();
      await server.rotateCertificate();
      await server.back();
      await mount(3_600);
      await sees('a');
    });

    it('may do what its role says, and no more', async () => {
      await mount(3_600);
      await server.allow([]);
      await expect(enter().api.get(ref)).rejects.toThrow(
        'add the verb get on gitrepositories.source.toolkit.fluxcd.io to its role',
      );
      await server.allow([
        {
          apiGroups: [kind.group],
          resources: [kind.plural],
          verbs: ['get', 'list', 'watch'],
        },
      ]);
      await sees('a');
    });
  });

  describe('with a client certificate', () => {
    let folder: string;

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'stevedore-certificate-'));
    });

    afterEach(() => rm(folder, { recursive: true, force: true }));

    it('sees, and takes another one when the files change', async () => {
      const { url, caFile } = server.access;
      const certFile = join(folder, 'tls.crt');
      const keyFile = join(folder, 'tls.key');
      const issue = async () => {
        const { cert, key } = await server.certificate('stevedore');
        await writeFile(certFile, cert);
        await writeFile(keyFile, key);
      };
      await issue();
      const access = { url, caFile, certFile, keyFile, skipTLSVerify: false };
      const { api } = comesBy(access);
      await sees('a');
      await issue();
      await expect(api.get(ref)).resolves.toMatchObject({ metadata: {} });
    });

    it('sees through Backstage’s Kubernetes plugin, which has the certificate', async () => {
      const { url, caFile } = server.access;
      const portal = await KubernetesPortal.start({
        certificate: await server.certificate('stevedore'),
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              { name: 'by-certificate', url, caFile, authProvider: 'x509' },
            ],
          },
        ],
      });
      const clusters = createClusters({
        config: { clusters: [], usesPlugin: true },
        interests: new Interests(),
        logger: { info: () => undefined, warn: () => undefined },
        backOff: () => 20,
        portal,
      });
      try {
        cluster = clusters.get('by-certificate');
        await sees('a');
      } finally {
        await clusters.stop();
        await portal.close();
      }
    });
  });
});
