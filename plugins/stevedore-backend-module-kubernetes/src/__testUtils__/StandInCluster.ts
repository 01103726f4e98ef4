import { KubernetesObject, ResourceKind } from '../api/resourceKind';
import { plainAccess } from './clusterOf';
import { StandInApi } from './StandInApi';
import { TestCluster } from './TestCluster';

/** The fast half: the protocol's edge, everywhere. */
export class StandInCluster implements TestCluster {
  readonly api = new StandInApi();

  static async start(): Promise<StandInCluster> {
    const cluster = new StandInCluster();
    await cluster.api.start();
    return cluster;
  }

  get access() {
    return plainAccess(this.api.url);
  }

  get controllers() {
    return this.access;
  }

  async create(kind: ResourceKind, object: KubernetesObject): Promise<void> {
    this.api.put(kind, object);
  }

  async remove(kind: ResourceKind, namespace: string, name: string) {
    this.api.remove(kind, namespace, name);
  }

  away(): Promise<void> {
    return this.api.stop();
  }

  back(): Promise<void> {
    return this.api.start();
  }

  close(): Promise<void> {
    return this.api.stop();
  }
}
