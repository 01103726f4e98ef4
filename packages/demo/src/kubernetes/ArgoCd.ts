import { isDeepStrictEqual } from 'node:util';
import { Deployments, imageOf, isRolledOut } from './Deployments';
import { Informer } from './Informer';
import { APPLICATION, KubernetesObject, ObjectName } from './kinds';
import { KubernetesClient } from './KubernetesClient';
import { Manifests } from './Manifests';
import { now } from './now';
import { Turns } from './Turns';

/** Asks for a look at Git; Argo CD takes it away. */
const REFRESH = 'argocd.argoproj.io/refresh';

interface ApplicationStatus {
  health?: { status: string };
  sync?: { status: string; revision?: string };
  summary?: { images: string[] };
  reconciledAt?: string;
  operationState?: object;
}

export type Application = KubernetesObject & {
  operation?: object | null;
  spec: {
    source: { path: string };
    destination: { namespace: string };
  };
  status?: ApplicationStatus;
};

export interface ArgoCdOptions {
  readonly client: KubernetesClient;
  readonly deployments: Deployments;
  readonly manifests: Manifests;
}

/** Plays Argo CD: compares Applications with Git, syncs those that are asked to, and says how they are. */
export class ArgoCd {
  private readonly informer: Informer<Application>;
  private readonly turns: Turns;

  constructor(private readonly options: ArgoCdOptions) {
    const { client, deployments, manifests } = options;
    this.informer = new Informer(client, APPLICATION);
    this.turns = new Turns(key => this.reconcile(key));
    this.informer.onChange(app => this.ask(app));
    manifests.onChange(() => this.informer.all().forEach(app => this.ask(app)));
    deployments.onChange(({ metadata: { namespace } }) => {
      const app = this.informer
        .all()
        .find(({ spec }) => spec.destination.namespace === namespace);
      if (app) this.ask(app);
    });
  }

  start(): Promise<void> {
    return this.informer.start();
  }

  async stop(): Promise<void> {
    await this.informer.stop();
    await this.turns.stop();
  }

  private ask({ metadata: { namespace, name } }: Application): void {
    this.turns.ask(`${namespace}/${name}`);
  }

  private async reconcile(key: string): Promise<void> {
    const [namespace, name] = key.split('/');
    const at = { namespace, name };
    const app = this.informer.get(at);
    if (!app) return;
    const refresh = app.metadata.annotations?.[REFRESH];
    if (app.operation) await this.sync(at, app);
    else if (!app.status) await this.deploy(app);
    else if (refresh) await this.refresh(at);
    await this.compare(at, Boolean(app.operation || refresh));
  }

  private async refresh(at: ObjectName): Promise<void> {
    await this.options.manifests.look();
    await this.patch(at, { metadata: { annotations: { [REFRESH]: null } } });
  }

  private async sync(at: ObjectName, app: Application): Promise<void> {
    const { operation } = app;
    const begun = { operation, startedAt: now(), phase: 'Running' };
    await this.patch(at, {
      operation: null,
      metadata: { annotations: { [REFRESH]: null } },
      status: {
        operationState: {
          ...begun,
          ...{ finishedAt: null, message: null, syncResult: null },
        },
      },
    });
    const revision = await this.options.manifests.look();
    await this.deploy(app);
    // its health is known to be other before anybody reads that the sync is over
    await this.compare(at, true);
    await this.patch(at, {
      status: {
        operationState: {
          ...{ ...begun, phase: 'Succeeded', finishedAt: now() },
          message: 'successfully synced (all tasks run)',
          syncResult: { revision },
        },
      },
    });
  }

  /** Makes the cluster as Git says. */
  private async deploy({ spec }: Application): Promise<void> {
    const image = this.options.manifests.imageOf(stageOf(spec.source.path));
    if (!image) return;
    await this.options.deployments.apply(deploymentOf(spec), { image });
  }

  /** Says how it is, when that is other than it was said last, or when somebody asked. */
  private async compare(at: ObjectName, asked: boolean): Promise<void> {
    const app = this.informer.get(at);
    if (!app) return;
    const { manifests, deployments } = this.options;
    const live = deployments.get(deploymentOf(app.spec));
    const wanted = manifests.imageOf(stageOf(app.spec.source.path));
    const status: ApplicationStatus = {
      health: { status: healthOf(live) },
      sync: {
        status: imageOf(live) === wanted ? 'Synced' : 'OutOfSync',
        revision: manifests.revision,
      },
      summary: { images: [imageOf(live) ?? []].flat() },
    };
    const { health, sync, summary } = app.status ?? {};
    if (!asked && isDeepStrictEqual(status, { health, sync, summary })) return;
    await this.patch(at, { status: { ...status, reconciledAt: now() } });
  }

  private async patch(at: ObjectName, body: object): Promise<void> {
    const { client, kind } = this.informer;
    this.informer.put(await client.patch<Application>(kind, at, body));
  }
}

function healthOf(live?: Parameters<typeof isRolledOut>[0]): string {
  if (!live) return 'Missing';
  return isRolledOut(live) ? 'Healthy' : 'Progressing';
}

/** `apps/orders/dev` holds the stage `orders/dev`. */
export const stageOf = (path: string): string =>
  path.replace(/^(\.\/)?apps\//, '');

function deploymentOf({ source, destination }: Application['spec']) {
  const [component] = stageOf(source.path).split('/');
  return { namespace: destination.namespace, name: component };
}
