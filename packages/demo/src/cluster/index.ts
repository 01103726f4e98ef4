export { startCluster } from './startCluster';
export type { Cluster, ClusterOptions } from './startCluster';
