import { KubeConfig } from '@kubernetes/client-node';
import { ClusterConfig } from './readKubernetesConfig';

/** @throws Error that names the cluster when its kubeconfig cannot be read */
export function kubeConfigOf({ name, access }: ClusterConfig): KubeConfig {
  const kubeConfig = new KubeConfig();
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
  if ('inCluster' in access) {
    kubeConfig.loadFromCluster();
    return kubeConfig;
  }
  const { url, caFile, caData, skipTLSVerify, token, tokenFile } = access;
  kubeConfig.loadFromClusterAndUser(
    { name, server: url, caFile, caData, skipTLSVerify },
    {
      name,
      token,
      certFile: access.certFile,
      keyFile: access.keyFile,
      ...(tokenFile && {
        authProvider: { name: 'tokenFile', config: { tokenFile } },
      }),
    },
  );
  return kubeConfig;
}
