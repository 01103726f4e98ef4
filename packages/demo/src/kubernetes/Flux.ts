import { isDeepStrictEqual } from 'node:util';
import { Deployments, imageOf, isRolledOut } from './Deployments';
import { stageOf } from './ArgoCd';
import { Informer } from './Informer';
import {
  GIT_REPOSITORY,
  KubernetesObject,
  KUSTOMIZATION,
  ObjectName,
} from './kinds';
import { KubernetesClient } from './KubernetesClient';
import { Manifests } from './Manifests';
import { now } from './now';
import { Turns } from './Turns';

/** Asks Flux to look now; it repeats the request in its status. */
const REQUESTED = 'reconcile.fluxcd.io/requestedAt';

interface FluxStatus {
  observedGeneration?: number;
  lastHandledReconcileAt?: string;
  conditions?: { type: string; status: string; message: string }[];
  artifact?: { revision: string };
  lastAppliedRevision?: string;
  lastAttemptedRevision?: string;
}

export type FluxObject = KubernetesObject & {
  spec: {
    suspend?: boolean;
    path?: string;
    targetNamespace?: string;
  };
  status?: FluxStatus;
};

export interface FluxOptions {
  readonly client: KubernetesClient;
  readonly deployments: Deployments;
  readonly manifests: Manifests;
}

/** Plays Flux: a source follows Git, and what is made of it is applied and waited for. */
export class Flux {
  private readonly sources: Informer<FluxObject>;
  private readonly kustomizations: Informer<FluxObject>;
  private readonly turns: Turns;

  constructor(private readonly options: FluxOptions) {
    const { client, deployments, manifests } = options;
    this.sources = new Informer(client, GIT_REPOSITORY);
    this.kustomizations = new Informer(client, KUSTOMIZATION);
    this.turns = new Turns(key => this.reconcile(key));
    this.sources.onChange(source => {
      this.ask('source', source);
      this.askAll();
    });
    this.kustomizations.onChange(each => this.ask('kustomization', each));
    deployments.onChange(() => this.askAll());
    manifests.onChange(() =>
      this.sources.all().forEach(source => this.ask('source', source)),
    );
  }

  async start(): Promise<void> {
    await Promise.all([this.sources.start(), this.kustomizations.start()]);
  }

  async stop(): Promise<void> {
    await Promise.all([this.sources.stop(), this.kustomizations.stop()]);
    await this.turns.stop();
  }

  private ask(what: string, { metadata: { namespace, name } }: FluxObject) {
    this.turns.ask(`${what}/${namespace}/${name}`);
  }

  private askAll(): void {
    for (const each of this.kustomizations.all()) {
      this.ask('kustomization', each);
    }
  }

  private async reconcile(key: string): Promise<void> {
    const [what, namespace, name] = key.split('/');
    const at = { namespace, name };
    if (what === 'source') await this.fetch(at);
    else await this.apply(at);
  }

  /** The source holds what Git says now. */
  private async fetch(at: ObjectName): Promise<void> {
    const source = this.sources.get(at);
    if (!source || source.spec.suspend) return;
    const { manifests } = this.options;
    const request = source.metadata.annotations?.[REQUESTED];
    const asked = request !== source.status?.lastHandledReconcileAt;
    const commit =
      asked || !manifests.revision
        ? await manifests.look()
        : manifests.revision;
    const revision = `main@sha1:${commit}`;
    await this.report(this.sources, source, {
      artifact: { revision },
      ...ready('Succeeded', `stored artifact for revision '${revision}'`),
    });
  }

  /** What the source holds is applied, and what came of it is waited for. */
  private async apply(at: ObjectName): Promise<void> {
    const kustomization = this.kustomizations.get(at);
    const [source] = this.sources.all();
    const revision = source?.status?.artifact?.revision;
    if (!kustomization || kustomization.spec.suspend || !revision) return;
    const { path = '', targetNamespace = '' } = kustomization.spec;
    const stage = stageOf(path);
    const image = this.options.manifests.imageOf(stage);
    if (!image) return;
    const { deployments } = this.options;
    const [name] = stage.split('/');
    const deployment = { namespace: targetNamespace, name };
    await deployments.apply(deployment, { image });
    const live = deployments.get(deployment);
    const done = live && imageOf(live) === image && isRolledOut(live);
    await this.report(this.kustomizations, kustomization, {
      lastAttemptedRevision: revision,
      ...(done
        ? {
            lastAppliedRevision: revision,
            ...ready(
              'ReconciliationSucceeded',
              `Applied revision: ${revision}`,
            ),
          }
        : condition('Unknown', 'Progressing', 'Reconciliation in progress')),
    });
  }

  /** A request is handled with it; what was said already is not said again. */
  private async report(
    informer: Informer<FluxObject>,
    { metadata, status: before = {} }: FluxObject,
    status: FluxStatus,
  ): Promise<void> {
    const said: FluxStatus = {
      observedGeneration: metadata.generation,
      lastHandledReconcileAt: metadata.annotations?.[REQUESTED],
      ...status,
    };
    if (Object.entries(said).every(([key, value]) => same(key, value, before)))
      return;
    const { client, kind } = informer;
    informer.put(await client.report<FluxObject>(kind, metadata, said));
  }
}

function same(key: string, value: unknown, before: FluxStatus): boolean {
  const known = before[key as keyof FluxStatus];
  return isDeepStrictEqual(withoutTime(known), withoutTime(value));
}

/** A condition has its time from when it was said first. */
function withoutTime(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map(each => ({ ...each, lastTransitionTime: undefined }));
}

const ready = (reason: string, message: string) =>
  condition('True', reason, message);

function condition(status: string, reason: string, message: string) {
  const each = { type: 'Ready', status, reason, message };
  return { conditions: [{ ...each, lastTransitionTime: now() }] };
}
