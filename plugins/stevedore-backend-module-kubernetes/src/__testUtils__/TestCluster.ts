import { PrintedLine } from '@stevedore/promotion-engine';
import { KubernetesObject, ResourceKind } from '../api/resourceKind';
import { ClusterAccess } from '../config/readKubernetesConfig';

/** How a test comes to a cluster. */
export type DirectAccess = Extract<ClusterAccess, { url: string }>;

/** A cluster that a test has for itself: the stand-in, or a real API server. */
export interface TestCluster {
  /** As the backend comes to it. */
  readonly access: DirectAccess;
  /** As a controller does, who may do everything. */
  readonly controllers: DirectAccess;
  create(kind: ResourceKind, object: KubernetesObject): Promise<void>;
  /** Writes a status as a controller does. */
  report(
    kind: ResourceKind,
    ref: { namespace: string; name: string },
    status: object,
  ): Promise<void>;
  /** Changes what is wanted of an object. */
  change(
    kind: ResourceKind,
    ref: { namespace: string; name: string },
    patch: object,
  ): Promise<void>;
  read<T extends KubernetesObject>(
    kind: ResourceKind,
    ref: { namespace: string; name: string },
  ): Promise<T>;
  /** What a container of a pod printed until now. */
  print(
    pod: { namespace: string; name: string },
    container: string,
    lines: PrintedLine[],
  ): Promise<void>;
  remove(kind: ResourceKind, namespace: string, name: string): Promise<void>;
  /** It is gone, keeps what it has, and comes back where it was. */
  away(): Promise<void>;
  back(): Promise<void>;
  close(): Promise<void>;
}
