import { setTimeout as delay } from 'node:timers/promises';
import { Informer } from './Informer';
import { DEPLOYMENT, KubernetesObject, ObjectName } from './kinds';
import { KubernetesClient } from './KubernetesClient';
import { Turns } from './Turns';

const REPLICAS = 2;

export type Deployment = KubernetesObject & {
  spec: {
    replicas: number;
    template: { spec: { containers: { name: string; image: string }[] } };
  };
  status?: {
    observedGeneration?: number;
    replicas?: number;
    updatedReplicas?: number;
    readyReplicas?: number;
    availableReplicas?: number;
    conditions?: object[];
  };
};

export interface DeploymentsOptions {
  readonly client: KubernetesClient;
  /** Until the first new pod is there, and then until all are. Default 700. */
  readonly podMilliseconds?: number;
}

/** Everybody's Deployments, and the controller that rolls them out, as far as it shows in their status. */
export class Deployments {
  private readonly informer: Informer<Deployment>;
  private readonly turns: Turns;
  private readonly stopped = new AbortController();
  private readonly pod: number;

  constructor({ client, podMilliseconds = 700 }: DeploymentsOptions) {
    this.pod = podMilliseconds;
    this.informer = new Informer(client, DEPLOYMENT);
    this.turns = new Turns(key => this.rollOut(key));
    this.informer.onChange(deployment => {
      if (isRolledOut(deployment)) return;
      const { namespace, name } = deployment.metadata;
      this.turns.ask(`${namespace}/${name}`);
    });
  }

  onChange(listener: (deployment: Deployment) => void): void {
    this.informer.onChange(listener);
  }

  start(): Promise<void> {
    return this.informer.start();
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await this.informer.stop();
    await this.turns.stop();
  }

  get(at: ObjectName): Deployment | undefined {
    return this.informer.get(at);
  }

  /** Makes it run this image, as whoever applies a manifest does. Stages that are named may look at it. */
  async apply(
    at: ObjectName,
    { image, authorized }: { image: string; authorized?: string },
  ): Promise<void> {
    const { client, kind } = this.informer;
    if (this.get(at) && imageOf(this.get(at)) === image) return;
    const wanted = deploymentOf(at, image, authorized);
    const made = await client.create(kind, wanted);
    this.informer.put(made ?? (await client.patch(kind, at, wanted)));
  }

  private async rollOut(key: string): Promise<void> {
    const [namespace, name] = key.split('/');
    const at = { namespace, name };
    const seen = this.get(at);
    if (!seen || isRolledOut(seen)) return;
    const before = seen.status?.availableReplicas ?? 0;
    await this.report(at, seen, { updated: 0, old: before });
    await this.pause();
    await this.report(at, seen, { updated: 1, old: before });
    await this.pause();
    await this.report(at, seen, { updated: REPLICAS, old: 0 });
  }

  private async report(
    at: ObjectName,
    { metadata: { generation } }: Deployment,
    { updated, old }: { updated: number; old: number },
  ): Promise<void> {
    const { client, kind } = this.informer;
    const done = updated === REPLICAS;
    const available = Math.max(updated, old);
    const status = {
      observedGeneration: generation,
      replicas: updated + old,
      updatedReplicas: updated,
      readyReplicas: available,
      availableReplicas: available,
      conditions: [
        {
          type: 'Available',
          status: available > 0 ? 'True' : 'False',
          reason: 'MinimumReplicasAvailable',
          message: 'Deployment has minimum availability.',
        },
        {
          type: 'Progressing',
          status: 'True',
          reason: done ? 'NewReplicaSetAvailable' : 'ReplicaSetUpdated',
          message: done
            ? `ReplicaSet of "${at.name}" has successfully progressed.`
            : `ReplicaSet of "${at.name}" is progressing.`,
        },
      ],
    };
    this.informer.put(await client.report(kind, at, status));
  }

  private pause(): Promise<void> {
    const { signal } = this.stopped;
    return delay(this.pod, undefined, { signal });
  }
}

/** The image of its one container. */
export function imageOf(deployment?: Deployment): string | undefined {
  return deployment?.spec.template.spec.containers[0]?.image;
}

/** All its pods are new, there, and there are no old ones. */
export function isRolledOut({ metadata, status }: Deployment): boolean {
  return (
    status?.observedGeneration === metadata.generation &&
    status?.updatedReplicas === REPLICAS &&
    status.replicas === REPLICAS
  );
}

function deploymentOf(
  { namespace, name }: ObjectName,
  image: string,
  authorized?: string,
): Deployment {
  const labels = { app: name };
  const selector = { matchLabels: labels };
  const container = { name, image };
  return {
    metadata: {
      ...{ namespace, name, labels },
      ...(authorized && {
        annotations: { 'stevedore.dev/authorized-stage': authorized },
      }),
    },
    spec: {
      ...{ replicas: REPLICAS, selector },
      template: { metadata: { labels }, spec: { containers: [container] } },
    } as Deployment['spec'],
  };
}
