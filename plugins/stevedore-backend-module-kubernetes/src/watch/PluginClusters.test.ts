import { mockServices } from '@backstage/backend-test-utils';
import { eventually } from '../__testUtils__/eventually';
import { KubernetesPortal } from '../__testUtils__/KubernetesPortal';
import { StandInApi } from '../__testUtils__/StandInApi';
import { KubernetesObject, ResourceKind } from '../api/resourceKind';
import { Portal } from '../api/PluginConnection';
import { createClusters } from '../createClusters';
import { Clusters } from './Clusters';
import { Interests } from './Interests';

const THING: ResourceKind = {
  group: 'acme.dev',
  version: 'v1',
  kind: 'Thing',
  plural: 'things',
};

const thing = (name: string): KubernetesObject => ({
  metadata: { name, namespace: 'shop' },
});

const ref = (name: string) => ({ kind: THING, namespace: 'shop', name });

const clustersThrough = (portal: Portal) =>
  createClusters({
    config: { clusters: [], usesPlugin: true },
    interests: new Interests(),
    logger: { info: () => undefined, warn: () => undefined },
    backOff: () => 20,
    portal,
  });

describe('the clusters of Backstage’s Kubernetes plugin', () => {
  let api: StandInApi;
  let portal: KubernetesPortal;
  let clusters: Clusters;

  beforeAll(async () => {
    api = new StandInApi();
    await api.start();
    portal = await KubernetesPortal.start({
      clusterLocatorMethods: [
        { type: 'catalog', dangerouslyAllowClusterUrls: ['127.0.0.1'] },
        {
          type: 'config',
          clusters: [
            {
              ...{ name: 'configured', url: api.url },
              authProvider: 'serviceAccount',
              serviceAccountToken: 'of-the-plugin',
            },
          ],
        },
        { type: 'localKubectlProxy' },
      ],
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Resource',
          metadata: {
            name: 'in-the-catalog',
            annotations: {
              'kubernetes.io/api-server': api.url,
              'kubernetes.io/api-server-certificate-authority': 'none',
              'kubernetes.io/auth-provider': 'localKubectlProxy',
            },
          },
          spec: { type: 'kubernetes-cluster', owner: 'platform' },
        },
      ],
    });
  });

  beforeEach(() => {
    for (const verb of Object.keys(api.asked)) delete api.asked[verb];
    clusters = clustersThrough(portal);
  });

  afterEach(() => clusters.stop());

  afterAll(async () => {
    await portal.close();
    await api.stop();
  });

  it.each(['in-the-catalog', 'configured'])(
    'lists and watches %s through it',
    async name => {
      api.put(THING, thing('a'));
      const cluster = clusters.get(name);
      await eventually(async () => {
        const sight = await cluster.see(ref('a'));
        expect(sight).toEqual({ status: 'found', object: expect.anything() });
      });
      api.put(THING, thing(`new-in-${name}`));
      await eventually(() =>
        expect(cluster.peek(ref(`new-in-${name}`)).status).toBe('found'),
      );
      await expect(cluster.api.get(ref('none'))).resolves.toBeUndefined();
      expect(api.asked).toEqual({ list: 1, watch: 1, get: 1 });
    },
  );

  it('names the clusters there are once it knows them', async () => {
    await eventually(() =>
      expect(() => clusters.get('elsewhere')).toThrow(
        'there is no cluster "elsewhere": stevedore.kubernetes.clusters and Backstage’s Kubernetes plugin have in-the-catalog, configured, local',
      ),
    );
    expect(() => clusters.getOnly()).toThrow(
      'say which cluster: in-the-catalog, configured, local',
    );
  });
});

it('sees nothing where the plugin does not answer, and says so', async () => {
  const api = new StandInApi();
  await api.start();
  const clusters = clustersThrough({
    auth: mockServices.auth(),
    discovery: mockServices.discovery.mock({ getBaseUrl: async () => api.url }),
  });
  await api.stop();
  const sight = await clusters.get('configured').see(ref('a'));
  expect(sight).toMatchObject({
    status: 'unknown',
    reason: expect.stringContaining(
      'cluster configured did not answer to list things.acme.dev',
    ),
  });
  await clusters.stop();
});
