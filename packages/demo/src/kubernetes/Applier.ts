import { ObjectName } from './kinds';
import { Manifests } from './Manifests';

/** Workloads of one kind. */
export interface Workloads {
  /** Makes one of them run this image; stages that are named may look at it. */
  apply(
    at: ObjectName,
    what: { image: string; authorized: string },
  ): Promise<void>;
}

export interface ApplierOptions {
  readonly workloads: Workloads;
  readonly manifests: Manifests;
  /** The component whose manifests are applied. */
  readonly component: string;
  readonly stages: readonly string[];
}

/** Plays a pipeline that runs `kubectl apply` when Git changes, for a team without a GitOps engine. */
export class Applier {
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly options: ApplierOptions) {
    options.manifests.onChange(() => {
      this.running = this.running.then(() => this.apply()).catch(() => {});
    });
  }

  /** Resolves when nothing is being applied. */
  stop(): Promise<void> {
    return this.running;
  }

  private async apply(): Promise<void> {
    const { component, workloads, manifests, stages } = this.options;
    for (const stage of stages) {
      const image = manifests.imageOf(`${component}/${stage}`);
      if (!image) continue;
      const at = { namespace: `${component}-${stage}`, name: component };
      // what a stage waits for has to name it
      const authorized = `${component}:${stage}`;
      await workloads.apply(at, { image, authorized });
    }
  }
}
