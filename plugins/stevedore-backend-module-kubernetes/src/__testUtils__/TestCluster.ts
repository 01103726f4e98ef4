import { ResourceKind } from '../api/resourceKind';
import { KubernetesObject } from '../api/resourceKind';
import { ClusterAccess } from '../config/readKubernetesConfig';

/** A cluster that a test has for itself: the stand-in, or a real API server. */
export interface TestCluster {
  /** As the backend comes to it. */
  readonly access: ClusterAccess;
  /** As a controller does, who may do everything. */
  readonly controllers: ClusterAccess;
  create(kind: ResourceKind, object: KubernetesObject): Promise<void>;
  remove(kind: ResourceKind, namespace: string, name: string): Promise<void>;
  /** It is gone, keeps what it has, and comes back where it was. */
  away(): Promise<void>;
  back(): Promise<void>;
  close(): Promise<void>;
}
