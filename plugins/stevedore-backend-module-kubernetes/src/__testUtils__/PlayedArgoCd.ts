import { Connection } from '../api/Connection';
import { KubernetesApi } from '../api/KubernetesApi';
import { KubernetesObject } from '../api/resourceKind';
import { Application, APPLICATIONS, REFRESH } from '../argocd/application';
import { kubeConfigOf } from '../config/kubeConfigOf';
import { Reflector } from '../watch/Reflector';
import { eventually } from './eventually';
import { TestCluster } from './TestCluster';

/** What Argo CD's controller does, as far as it shows in Applications. */
export class PlayedArgoCd {
  /** Phases that the next syncs end with; then they succeed. */
  readonly endings: string[] = [];
  /** By `namespace/name`: every sync that was begun. */
  readonly syncs: { app: string; operation: Application['operation'] }[] = [];
  /** Holds syncs before they begin or before they end, or the look after them, for as long as it is set. */
  held?: 'begin' | 'end' | 'reconcile';
  /** What a sync ends up at, one for each source. */
  head: () => string[] = () => ['head'];
  health = 'Healthy';
  /** Images of everything that an Application has. */
  images: string[] = [];
  readonly #api: KubernetesApi;
  readonly #reflector: Reflector<Application>;
  readonly #busy = new Set<string>();
  #stopped = false;

  constructor(cluster: TestCluster) {
    const config = { name: 'controllers', access: cluster.controllers };
    this.#api = new KubernetesApi(
      'controllers',
      new Connection(kubeConfigOf(config)),
    );
    this.#reflector = new Reflector({
      api: this.#api,
      target: { kind: APPLICATIONS },
      changed: object => this.#react(object as Application),
      turned: () => undefined,
      backOff: () => 20,
    });
    this.#reflector.start();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#reflector.stop();
    await this.#api.close();
  }

  async read(namespace: string, name: string): Promise<Application> {
    const target = { kind: APPLICATIONS, namespace, name };
    return (await this.#api.get<Application>(target))!;
  }

  /** Writes a part of the status, as the controller would. */
  async report(app: KubernetesObject, status: Application['status']) {
    const { namespace, name } = app.metadata;
    await eventually(() =>
      this.#api
        .patch({ kind: APPLICATIONS, namespace, name }, { status })
        .then(() => undefined),
    );
  }

  /** It looked at the Application. */
  async reconcile(app: KubernetesObject, sync = 'Synced'): Promise<void> {
    const revisions = this.head();
    await this.report(app, {
      health: { status: this.health },
      summary: { images: this.images },
      reconciledAt: now(),
      sync: {
        status: sync,
        ...(revisions.length > 1 ? { revisions } : { revision: revisions[0] }),
      },
    });
  }

  #react(app: Application): void {
    const key = `${app.metadata.namespace}/${app.metadata.name}`;
    const refresh = app.metadata.annotations?.[REFRESH];
    if (!(app.operation || refresh) || this.#busy.has(key)) return;
    this.#busy.add(key);
    (app.operation ? this.#sync(key, app) : this.#refresh(app))
      .catch(error => {
        if (!this.#stopped) throw error;
      })
      .finally(() => this.#busy.delete(key));
  }

  async #refresh(app: Application): Promise<void> {
    const { namespace, name } = app.metadata;
    await this.#api.patch({ kind: APPLICATIONS, namespace, name }, {
      metadata: { annotations: { [REFRESH]: null } },
    } as never);
    await this.reconcile(app, 'OutOfSync');
  }

  async #sync(key: string, app: Application): Promise<void> {
    const { operation } = app;
    await this.#until('begin');
    this.syncs.push({ app: key, operation });
    const state = { operation, startedAt: now(), phase: 'Running' };
    const { namespace, name } = app.metadata;
    await this.#api.patch(
      { kind: APPLICATIONS, namespace, name },
      {
        operation: null,
        metadata: { annotations: { [REFRESH]: null } } as never,
        status: {
          operationState: {
            ...state,
            finishedAt: null,
            syncResult: null,
            message: null,
          },
        },
      },
    );
    await this.#until('end');
    const phase = this.endings.shift() ?? 'Succeeded';
    const revisions = this.head();
    await this.report(app, {
      operationState: {
        ...state,
        phase,
        message: phase === 'Succeeded' ? 'synced' : 'one object is invalid',
        finishedAt: now(),
        syncResult: {
          revision: revisions.length > 1 ? '' : revisions[0],
          ...(revisions.length > 1 && { revisions }),
        },
      },
    });
    await this.#until('reconcile');
    await this.reconcile(app, phase === 'Succeeded' ? 'Synced' : 'OutOfSync');
  }

  async #until(point: PlayedArgoCd['held']): Promise<void> {
    if (this.held !== point) return;
    await eventually(() => {
      if (this.held === point && !this.#stopped) throw new Error('held');
    });
  }
}

/** As Kubernetes writes times: whole seconds. */
const now = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z');
