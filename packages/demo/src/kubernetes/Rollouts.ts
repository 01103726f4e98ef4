import { isDeepStrictEqual } from 'node:util';
import { setTimeout as delay } from 'node:timers/promises';
import { Informer } from './Informer';
import { KubernetesObject, ObjectName, REPLICA_SET, ROLLOUT } from './kinds';
import { KubernetesClient, KubernetesError } from './KubernetesClient';
import { mergePatch } from './mergePatch';
import { hashOf, nextRolloutStatus, pauseEnd, Rollout } from './rolloutStatus';
import { Turns } from './Turns';

/** Label of the ReplicaSets of a Rollout; its value is the hash of their template. */
const HASH = 'rollouts-pod-template-hash';
/** Number of a revision, on its ReplicaSet and as long as it is wanted on the Rollout. */
const REVISION = 'rollout.argoproj.io/revision';

export interface RolloutsOptions {
  readonly client: KubernetesClient;
  /** Between two steps. Default 700. */
  readonly stepMilliseconds?: number;
}

/** Plays the controller of Argo Rollouts, as far as it shows in Rollouts and the revisions in their ReplicaSets. */
export class Rollouts {
  /** It looks at nothing for as long as this is set. */
  held = false;
  /** Pods never become ready. */
  stuck = false;
  /** How the next analyses of steps end; without one they go on running. */
  readonly analyses: { phase: string; message?: string }[] = [];
  private readonly informer: Informer<Rollout>;
  private readonly turns: Turns;
  private readonly stopped = new AbortController();
  private readonly step: number;

  constructor(private readonly options: RolloutsOptions) {
    const { client, stepMilliseconds = 700 } = options;
    this.step = stepMilliseconds;
    this.informer = new Informer(client, ROLLOUT);
    this.turns = new Turns(key => this.reconcile(key));
    this.informer.onChange(rollout => this.look(rollout));
  }

  start(): Promise<void> {
    return this.informer.start();
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await this.informer.stop();
    await this.turns.stop();
  }

  /** What it looks at is not always in the Rollout: a pause ends, or it is held no longer. */
  look({ metadata: { namespace, name } }: KubernetesObject): void {
    this.turns.ask(`${namespace}/${name}`);
  }

  /** Makes it run this image, as whoever applies a manifest does. */
  async apply(at: ObjectName, { image }: { image: string }): Promise<void> {
    const { client, kind } = this.informer;
    const rollout = this.informer.get(at);
    const [container] = rollout?.spec.template.spec.containers ?? [];
    if (!container || container.image === image) return;
    const containers = [{ ...container, image }];
    const spec = { template: { spec: { containers } } };
    this.informer.put(await client.patch<Rollout>(kind, at, { spec }));
  }

  private async reconcile(key: string): Promise<void> {
    const [namespace, name] = key.split('/');
    const at = { namespace, name };
    const seen = this.informer.get(at);
    if (!seen || this.held) return;
    if (seen.status?.phase === 'Progressing') await this.pause();
    const rollout = this.informer.get(at);
    if (!rollout || this.held) return;
    await this.report(await this.revise(rollout));
    const end = pauseEnd(this.informer.get(at) ?? rollout);
    if (end !== undefined) this.lookAt(end, rollout);
  }

  private async report(rollout: Rollout): Promise<void> {
    const { analyses, stuck: isStuck, informer } = this;
    const { status = {} } = rollout;
    let ended = 0;
    const analysis = () => {
      ended = 1;
      return analyses[0];
    };
    const next = nextRolloutStatus(rollout, { isStuck, analysis });
    if (isDeepStrictEqual(mergePatch(status, next), status)) return;
    const { client, kind } = informer;
    try {
      informer.put(await client.reportOnto(kind, rollout, next));
      analyses.splice(0, ended);
    } catch (error) {
      // whoever was quicker is seen, and looked at again
      if ((error as KubernetesError).status !== 409) throw error;
    }
  }

  /** Each template that it ever had has a ReplicaSet with the number of its revision. */
  private async revise(rollout: Rollout): Promise<Rollout> {
    const { metadata, spec, status } = rollout;
    const hash = hashOf(rollout);
    if (status?.currentPodHash === hash) return rollout;
    const { namespace, name } = metadata;
    const { client } = this.options;
    const { items } = await client.list<KubernetesObject>(REPLICA_SET);
    const mine = items.filter(each => each.metadata.namespace === namespace);
    const known = mine.find(each => each.metadata.labels?.[HASH] === hash);
    const newest = Math.max(0, ...mine.map(revisionOf));
    const revision = `${known ? revisionOf(known) : newest + 1}`;
    const annotations = { [REVISION]: revision };
    await client.create(REPLICA_SET, {
      metadata: {
        ...{ namespace, name: `${name}-${hash}` },
        ...{ labels: { [HASH]: hash }, annotations },
      },
      ...{ spec: { template: spec.template } },
    });
    const patch = { metadata: { annotations } };
    return client.patch<Rollout>(ROLLOUT, metadata, patch);
  }

  private lookAt(time: number, rollout: Rollout): void {
    const { signal } = this.stopped;
    delay(Math.max(0, time - Date.now()), undefined, { signal }).then(
      () => this.look(rollout),
      () => {},
    );
  }

  private async pause(): Promise<void> {
    const { signal } = this.stopped;
    await delay(this.step, undefined, { signal });
  }
}

const revisionOf = ({ metadata }: KubernetesObject): number =>
  Number(metadata.annotations?.[REVISION]);
