import { ConfigReader } from '@backstage/config';
import { signInsOfPeople } from './signInsOfPeople';

const told = (method: object, kubernetes: object = {}) =>
  signInsOfPeople(
    new ConfigReader({
      stevedore: { kubernetes: { useBackstageClusters: true, ...kubernetes } },
      kubernetes: { clusterLocatorMethods: [{ type: 'catalog' }, method] },
    }),
  );
const configured = (cluster: object) => ({
  type: 'config',
  clusters: [{ name: 'eu', url: 'https://eu', ...cluster }],
});
const gke = (more: object = {}) => ({ type: 'gke', projectId: 'p', ...more });
const NOBODY =
  'signs in as the person who looks, and promotions go on when nobody does.';
const PLACE = 'kubernetes.clusterLocatorMethods[1]';

describe('clusters that only a person can sign in to', () => {
  it.each(['google', 'microsoft', 'oidc', 'aks'])('are told (%s)', provider => {
    const sentence = `cluster "eu" of ${PLACE} cannot be seen: authProvider ${provider} ${NOBODY} Add it to stevedore.kubernetes.clusters with an account of its own.`;
    expect(told(configured({ authProvider: provider }))).toEqual([sentence]);
    const authMetadata = { 'kubernetes.io/auth-provider': provider };
    expect(told(configured({ authMetadata }))).toEqual([sentence]);
  });

  it.each([
    { authProvider: 'serviceAccount' },
    { authProvider: 'aws' },
    { authProvider: 'azure' },
    { authProvider: 'googleServiceAccount' },
    { authProvider: 'google', serviceAccountToken: 'abc' },
  ])('are not those of %j', cluster => {
    expect(told(configured(cluster))).toEqual([]);
  });

  it('are not those that are configured here as well, nor where the plugin is not used', () => {
    const method = configured({ authProvider: 'oidc' });
    const clusters = [{ name: 'eu', inCluster: true }];
    expect(told(method, { clusters })).toEqual([]);
    expect(told(method, { useBackstageClusters: false })).toEqual([]);
  });

  it('are those of gke, unless it signs in as a service', () => {
    const certificate = `what ${PLACE} (gke) finds cannot be seen: that locator does not hand on the authority of a cluster's certificate. Set endpointType: dns there.`;
    expect(told(gke())).toEqual([
      expect.stringContaining(
        `what ${PLACE} (gke) finds cannot be seen: authProvider google ${NOBODY} Set authProvider: googleServiceAccount there`,
      ),
      certificate,
    ]);
    const service = { authProvider: 'googleServiceAccount' };
    expect(told(gke(service))).toEqual([certificate]);
    expect(told(gke({ ...service, endpointType: 'dns' }))).toEqual([]);
    expect(told(gke({ ...service, skipTLSVerify: true }))).toEqual([]);
  });
});
