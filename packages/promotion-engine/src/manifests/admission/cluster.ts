import { PromotionTask, Stage, Warehouse } from '../../model/definition';
import { FreightOrigin } from '../../model/artifacts';

/** Freight that was admitted, under the name that its content gave it. */
export interface AdmittedFreight {
  name: string;
  alias: string;
  origin: FreightOrigin;
}

/** What a cluster with Kargo holds when the next manifest arrives: those it has accepted, by namespace. */
export class Cluster {
  readonly #warehouses = new Map<string, Warehouse>();
  readonly #stages = new Map<string, Stage>();
  readonly #tasks = new Map<string, PromotionTask>();
  readonly #freight = new Map<string, AdmittedFreight[]>();

  addWarehouse(namespace: string, warehouse: Warehouse): void {
    this.#warehouses.set(`${namespace}/${warehouse.name}`, warehouse);
  }

  addStage(namespace: string, stage: Stage): void {
    this.#stages.set(`${namespace}/${stage.name}`, stage);
  }

  /** Tasks of the cluster belong to no namespace. */
  addTask(namespace: string, task: PromotionTask): void {
    const owner = task.kind === 'ClusterPromotionTask' ? '' : namespace;
    this.#tasks.set(`${task.kind}/${owner}/${task.name}`, task);
  }

  addFreight(namespace: string, freight: AdmittedFreight): void {
    this.#freight.set(namespace, [...this.freight(namespace), freight]);
  }

  warehouse(namespace: string, name: string): Warehouse | undefined {
    return this.#warehouses.get(`${namespace}/${name}`);
  }

  stage(namespace: string, name: string): Stage | undefined {
    return this.#stages.get(`${namespace}/${name}`);
  }

  freight(namespace: string): readonly AdmittedFreight[] {
    return this.#freight.get(namespace) ?? [];
  }

  /** The tasks that a stage of the namespace can refer to. */
  tasks(namespace: string): PromotionTask[] {
    return [...this.#tasks]
      .filter(
        ([key]) =>
          key.startsWith(`PromotionTask/${namespace}/`) ||
          key.startsWith('ClusterPromotionTask//'),
      )
      .map(([, task]) => task);
  }
}
