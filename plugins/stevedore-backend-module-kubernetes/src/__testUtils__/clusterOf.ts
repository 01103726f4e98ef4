import { Connection } from '../api/Connection';
import { KubernetesApi } from '../api/KubernetesApi';
import { kubeConfigOf } from '../config/kubeConfigOf';
import { ClusterAccess } from '../config/readKubernetesConfig';
import { Cluster } from '../watch/Cluster';
import { Interests } from '../watch/Interests';
import { DirectAccess } from './TestCluster';

/** A cluster that hurries: the next attempt comes after milliseconds. */
export function clusterOf(
  access: ClusterAccess,
  how: {
    name?: string;
    namespaces?: string[];
    interests?: Interests;
    backOff?: (failures: number) => number;
  } = {},
) {
  const { name = 'test', namespaces, interests = new Interests() } = how;
  const sentences: string[] = [];
  const cluster = new Cluster({
    api: new KubernetesApi(
      name,
      new Connection(kubeConfigOf({ name, access })),
    ),
    namespaces,
    interests,
    log: sentence => sentences.push(sentence),
    backOff: how.backOff ?? (() => 20),
  });
  return { cluster, interests, sentences };
}

export const plainAccess = (url: string): DirectAccess => ({
  url,
  // plain HTTP is only allowed like this
  skipTLSVerify: true,
  token: 'of-a-test',
});
