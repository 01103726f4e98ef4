import { mergePatch } from '@stevedore/demo';
import { PrintedLine } from '@stevedore/promotion-engine';
import { KubernetesObject, pathOf, ResourceKind } from '../api/resourceKind';
import { PODS } from '../jobs/jobKinds';
import { plainAccess } from './clusterOf';
import { StandInApi } from './StandInApi';
import { TestCluster } from './TestCluster';

type ObjectName = { namespace: string; name: string };

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
    const metadata = { generation: 1, ...object.metadata };
    this.api.put(kind, { ...object, metadata });
  }

  async report(kind: ResourceKind, ref: ObjectName, status: object) {
    this.#merge(kind, ref, { status });
  }

  async change(kind: ResourceKind, ref: ObjectName, patch: object) {
    const { metadata } = this.#object(kind, ref);
    const generation = (metadata.generation ?? 1) + 1;
    this.#merge(kind, ref, mergePatch(patch, { metadata: { generation } }));
  }

  async read<T extends KubernetesObject>(kind: ResourceKind, ref: ObjectName) {
    return this.#object(kind, ref) as T;
  }

  #object(kind: ResourceKind, { namespace, name }: ObjectName) {
    return this.api.read<KubernetesObject>(kind, namespace, name)!;
  }

  #merge(kind: ResourceKind, ref: ObjectName, patch: unknown) {
    const object = mergePatch(this.#object(kind, ref), patch);
    this.api.put(kind, object as KubernetesObject);
  }

  async print(
    { namespace, name }: ObjectName,
    container: string,
    lines: PrintedLine[],
  ) {
    const pod = pathOf(PODS, namespace, name);
    this.api.logs.set(`${pod}/${container}`, lines);
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
