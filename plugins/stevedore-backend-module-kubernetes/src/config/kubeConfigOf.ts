import { KubeConfig } from '@kubernetes/client-node';
import { accessSync, constants } from 'node:fs';
import { ClusterConfig } from './readKubernetesConfig';
import { readTokenFiles, tokenOfFile } from './tokenFile';

/** @throws Error that names the cluster when its kubeconfig, or what a pod finds in its place, cannot be read */
export function kubeConfigOf({ name, access }: ClusterConfig): KubeConfig {
  const kubeConfig = readTokenFiles(new KubeConfig());
  if ('kubeconfig' in access) {
    try {
      kubeConfig.loadFromFile(access.kubeconfig);
    } catch (error) {
      throw new Error(
        `stevedore.kubernetes.clusters: the kubeconfig of cluster "${name}" cannot be read: ${
          (error as Error).message
        }`,
      );
    }
    if (access.context) kubeConfig.setCurrentContext(access.context);
    if (!kubeConfig.getCurrentCluster())
      throw new Error(
        `stevedore.kubernetes.clusters: ${
          access.kubeconfig
        } has no context "${kubeConfig.getCurrentContext()}" with a cluster (cluster "${name}")`,
      );
    return kubeConfig;
  }
  if ('inCluster' in access) return loadFromPod(kubeConfig, name, access.root);
  const { url, caFile, caData, skipTLSVerify, token, tokenFile } = access;
  kubeConfig.loadFromClusterAndUser(
    { name, server: url, caFile, caData, skipTLSVerify },
    {
      name,
      token,
      certFile: access.certFile,
      keyFile: access.keyFile,
      ...(tokenFile && tokenOfFile(tokenFile)),
    },
  );
  return kubeConfig;
}

/** What Kubernetes gives every pod: the API's address in its environment, and its account's token and authority as files. */
function loadFromPod(
  kubeConfig: KubeConfig,
  name: string,
  root?: string,
): KubeConfig {
  const because = (why: string) =>
    new Error(
      `stevedore.kubernetes.clusters: cluster "${name}" is inCluster, but ${why}`,
    );
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port } =
    process.env;
  if (!host || !port)
    throw because(
      'this backend runs in no pod (KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are not set): give it kubeconfig or url in its place',
    );
  kubeConfig.loadFromCluster(root);
  const [cluster] = kubeConfig.clusters;
  const [user] = kubeConfig.users;
  const { tokenFile } = user.authProvider.config;
  for (const file of [tokenFile, cluster.caFile!])
    try {
      accessSync(file, constants.R_OK);
    } catch {
      throw because(
        `this backend's pod has no ${file}: set automountServiceAccountToken: true on its service account or pod`,
      );
    }
  kubeConfig.users = [{ name: user.name, ...tokenOfFile(tokenFile) }];
  return kubeConfig;
}
