import { LoggerService } from '@backstage/backend-plugin-api';
import { ClusterConnection, Connection } from './api/Connection';
import { KubernetesApi } from './api/KubernetesApi';
import { PluginConnection, Portal } from './api/PluginConnection';
import { kubeConfigOf } from './config/kubeConfigOf';
import { KubernetesConfig } from './config/readKubernetesConfig';
import { Cluster } from './watch/Cluster';
import { Clusters } from './watch/Clusters';
import { Interests } from './watch/Interests';
import { PluginClusters } from './watch/PluginClusters';

export interface ClustersOptions {
  config: Pick<KubernetesConfig, 'clusters' | 'usesPlugin'>;
  interests: Interests;
  logger: Pick<LoggerService, 'info' | 'warn'>;
  /** Milliseconds until the next attempt after so many failures in a row. */
  backOff?: (failures: number) => number;
  /** By which Backstage's Kubernetes plugin is asked, where the configuration wants it. */
  portal?: Portal;
}

/** The clusters that are configured, and the way to those of Backstage's Kubernetes plugin. */
export function createClusters(options: ClustersOptions): Clusters {
  const { config, interests, logger, backOff, portal } = options;
  const make = (
    name: string,
    connection: ClusterConnection,
    namespaces?: string[],
  ) =>
    new Cluster({
      api: new KubernetesApi(name, connection),
      namespaces,
      interests,
      backOff,
      log: (sentence, level) => logger[level](sentence),
    });
  const configured = config.clusters.map(cluster =>
    make(
      cluster.name,
      new Connection(kubeConfigOf(cluster)),
      cluster.namespaces,
    ),
  );
  if (!config.usesPlugin || !portal) return new Clusters(configured, interests);
  const list = new PluginClusters(portal);
  return new Clusters(configured, interests, {
    names: () => list.names(),
    make: name => make(name, new PluginConnection(name, portal)),
  });
}
