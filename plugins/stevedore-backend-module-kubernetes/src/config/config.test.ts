import { ConfigReader } from '@backstage/config';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '../api/Connection';
import { kubeConfigOf } from './kubeConfigOf';
import { readKubernetesConfig } from './readKubernetesConfig';

const read = (kubernetes: object, more = {}) =>
  readKubernetesConfig(
    new ConfigReader({ stevedore: { kubernetes }, ...more }),
  );

describe('the configuration of clusters', () => {
  it('is empty where nothing is configured', () => {
    expect(readKubernetesConfig(new ConfigReader({}))).toMatchObject({
      clusters: [],
      argocd: [],
    });
  });

  it('gives each cluster an Argo CD, unless it says where they are', () => {
    const clusters = [{ name: 'eu', inCluster: true }];
    expect(read({ clusters }).argocd).toEqual([
      { cluster: 'eu', namespace: 'argocd' },
    ]);
    const argocd = [
      { cluster: 'eu', namespace: 'cd', url: 'https://cd.acme.dev/' },
    ];
    expect(read({ clusters, argocd }).argocd).toEqual([
      {
        ...{ cluster: 'eu', namespace: 'cd', stages: undefined },
        url: 'https://cd.acme.dev',
      },
    ]);
  });

  it.each([
    [
      { name: 'eu' },
      'needs exactly one of kubeconfig, inCluster, url, and has none',
    ],
    [
      { name: 'eu', inCluster: true, url: 'https://x' },
      'and has inCluster and url',
    ],
  ])('refuses %j', (cluster, message) => {
    expect(() => read({ clusters: [cluster] })).toThrow(message);
  });

  it('refuses two clusters of one name, and an Argo CD of a cluster that is not there', () => {
    const eu = { name: 'eu', inCluster: true };
    expect(() => read({ clusters: [eu, eu] })).toThrow(
      'two clusters are called "eu"',
    );
    expect(() => read({ clusters: [eu], argocd: [{ cluster: 'us' }] })).toThrow(
      'there is no cluster "us"; there are eu',
    );
  });

  it('takes the clusters of Backstage’s Kubernetes plugin that it has a token for', () => {
    const cluster = { url: 'https://eu', authProvider: 'serviceAccount' };
    const clusterLocatorMethods = [
      { type: 'catalog' },
      {
        type: 'config',
        clusters: [
          { ...cluster, name: 'eu', serviceAccountToken: 'abc' },
          { ...cluster, name: 'us', authProvider: 'google' },
        ],
      },
    ];
    expect(
      read(
        { useBackstageClusters: true },
        { kubernetes: { clusterLocatorMethods } },
      ).clusters,
    ).toEqual([
      {
        name: 'eu',
        access: {
          ...{ url: 'https://eu', token: 'abc', skipTLSVerify: false },
          ...{ caFile: undefined, caData: undefined },
        },
      },
    ]);
  });
});

it('leaves it to Backstage’s Kubernetes plugin which other clusters there are', () => {
  const argocd = [{ cluster: 'of-the-plugin' }];
  const jobs = { cluster: 'of-the-plugin', namespace: 'jobs' };
  expect(read({ useBackstageClusters: true, argocd, jobs })).toMatchObject({
    clusters: [],
    argocd,
    jobs,
    usesPlugin: true,
  });
  expect(() => read({ jobs })).toThrow('there is no cluster "of-the-plugin"');
});

describe('kubeConfigOf', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stevedore-kubeconfig-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  const file = async () => {
    const kubeconfig = join(folder, 'config');
    await writeFile(
      kubeconfig,
      `apiVersion: v1
kind: Config
current-context: dev
clusters: [{name: a, cluster: {server: "https://a"}}, {name: b, cluster: {server: "https://b"}}]
users: [{name: me, user: {token: abc}}]
contexts: [{name: dev, context: {cluster: a, user: me}}, {name: prod, context: {cluster: b, user: me}}]
`,
    );
    return kubeconfig;
  };
  const serverOf = (access: { kubeconfig: string; context?: string }) =>
    kubeConfigOf({ name: 'x', access }).getCurrentCluster()!.server;

  it('takes the context that is named, or the current one', async () => {
    const kubeconfig = await file();
    expect(serverOf({ kubeconfig })).toBe('https://a');
    expect(serverOf({ kubeconfig, context: 'prod' })).toBe('https://b');
  });

  it('takes a token from a file as whoever wrote it with a shell left it', async () => {
    const tokenFile = join(folder, 'token');
    await writeFile(tokenFile, 'abc\n');
    const access = { url: 'https://a', skipTLSVerify: false, tokenFile };
    const connection = new Connection(kubeConfigOf({ name: 'x', access }));
    const { headers } = await connection.open();
    expect(headers).toEqual({ Authorization: 'Bearer abc' });
    await connection.close();
  });

  describe('in a pod', () => {
    const environment = { ...process.env };
    afterEach(() => {
      process.env = { ...environment };
    });
    const enter = () =>
      kubeConfigOf({ name: 'x', access: { inCluster: true, root: folder } });

    it('says that there is no pod', () => {
      delete process.env.KUBERNETES_SERVICE_HOST;
      expect(enter).toThrow(
        'cluster "x" is inCluster, but this backend runs in no pod (KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are not set): give it kubeconfig or url in its place',
      );
    });

    it('says that the pod has no account', () => {
      process.env.KUBERNETES_SERVICE_HOST = 'fd00::1';
      process.env.KUBERNETES_SERVICE_PORT = '443';
      expect(enter).toThrow(
        /pod has no .*serviceaccount\/token: set automountServiceAccountToken: true/,
      );
    });
  });

  it('says which cluster has a file that cannot be used', async () => {
    const kubeconfig = await file();
    expect(() => serverOf({ kubeconfig, context: 'none' })).toThrow(
      /has no context "none".*cluster "x"/,
    );
    expect(() => serverOf({ kubeconfig: join(folder, 'none') })).toThrow(
      'the kubeconfig of cluster "x" cannot be read',
    );
  });
});
