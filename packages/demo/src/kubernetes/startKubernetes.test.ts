import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parse } from 'yaml';
import { API_SERVER, whereGoIs } from '../__testUtils__/whereGoIs';
import { freeEnvironment } from '../__testUtils__/freeEnvironment';
import { commitFiles } from '../git';
import { Cleanup } from '../world/Cleanup';
import { layoutBelow } from '../world/layout';
import { prepareWorld } from '../world/prepareWorld';
import { markStopped } from '../world/running';
import { startWorld } from '../world/startWorld';
import { Application } from './ArgoCd';
import { Deployment } from './Deployments';
import { FluxObject } from './Flux';
import { Freight, Promotion } from './kargoStatus';
import {
  APPLICATION,
  DEPLOYMENT,
  FREIGHT,
  GIT_REPOSITORY,
  Kind,
  KubernetesObject,
  KUSTOMIZATION,
  ObjectName,
  pathOf,
  PROMOTION,
  ROLLOUT,
} from './kinds';
import { KubernetesClient, KubernetesError } from './KubernetesClient';
import { Rollout } from './rolloutStatus';
import { DemoKubernetes } from './startKubernetes';

const DEADLINE_MS = 45_000;

const ORDERS: ObjectName = { namespace: 'argocd', name: 'orders-dev' };
const BILLING: ObjectName = { namespace: 'flux-system', name: 'billing-dev' };
const DEPLOY: ObjectName = { namespace: 'flux-system', name: 'deploy' };
/** What a path answers that names no object. */
type KubernetesList<T> = KubernetesObject & { items: T[] };

const FLUX_REQUEST = 'reconcile.fluxcd.io/requestedAt';

whereGoIs('the cluster of the demo', () => {
  let directory: string;
  let environment: NodeJS.ProcessEnv;
  let cleanup: Cleanup;
  let cluster: DemoKubernetes;
  /** As Backstage asks. */
  let portal: KubernetesClient;
  /** As the demo's controllers ask. */
  let admin: KubernetesClient;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'demo-'));
    environment = await freeEnvironment();
    await start();
  });

  afterAll(async () => {
    await stop();
    await rm(directory, { recursive: true });
  });

  async function start(): Promise<void> {
    const layout = layoutBelow(join(directory, '.demo'));
    cleanup = new Cleanup();
    const kubernetes = API_SERVER;
    const world = await prepareWorld(layout, environment, { kubernetes });
    cleanup.add(() => markStopped(layout));
    cluster = (await startWorld(world, cleanup))!;
    const { users, clusters } = parse(
      await readFile(layout.kubeconfig, 'utf8'),
    );
    const { server, 'certificate-authority': ca } = clusters[0].cluster;
    const authority = await readFile(ca, 'utf8');
    [portal, admin] = users.map(
      ({ user: { token } }: { user: { token: string } }) =>
        new KubernetesClient({ url: server, authority, token }),
    );
  }

  async function stop(): Promise<void> {
    portal?.close();
    admin?.close();
    await cleanup.run();
  }

  async function get<T extends KubernetesObject>(kind: Kind, at: ObjectName) {
    return JSON.parse(await admin.send('GET', pathOf(kind, at))) as T;
  }

  /** What an object is once the check holds. */
  async function until<T extends KubernetesObject>(
    [kind, at]: [Kind, ObjectName],
    check: (object: T) => boolean,
  ): Promise<T> {
    const end = Date.now() + DEADLINE_MS;
    for (;;) {
      const object = await get<T>(kind, at).catch(() => undefined);
      if (object && check(object)) return object;
      if (Date.now() > end) throw new Error(JSON.stringify(object, null, 1));
      await delay(50);
    }
  }

  /** A promotion's commit, without its request for a sync. */
  async function commit(
    component: string,
    version: string,
    stage = 'dev',
  ): Promise<string> {
    const repository = join(directory, '.demo/git/acme/deploy.git');
    const path = `apps/${component}/${stage}/kustomization.yaml`;
    const text = `images:\n  - name: any\n    newTag: ${version}\n`;
    return commitFiles(repository, { files: { [path]: text } });
  }

  const imageIn = ({ spec }: Deployment) =>
    spec.template.spec.containers[0].image.split(':').pop();
  const readyOf = ({ status }: FluxObject) =>
    status?.conditions?.find(({ type }) => type === 'Ready')?.status;

  it('syncs an Application that is asked to, and says how it comes along', async () => {
    await until<Application>(
      [APPLICATION, ORDERS],
      ({ status }) => status?.health?.status === 'Healthy',
    );
    const revision = await commit('orders', '1.1.0');
    await cluster.refresh();
    await until<Application>(
      [APPLICATION, ORDERS],
      ({ status }) => status?.sync?.status === 'OutOfSync',
    );
    await portal.patch(APPLICATION, ORDERS, {
      metadata: { annotations: { 'argocd.argoproj.io/refresh': 'hard' } },
      operation: { sync: { revision: 'main' } },
    });
    const synced = await until<Application>(
      [APPLICATION, ORDERS],
      ({ status }) =>
        status?.sync?.status === 'Synced' &&
        status.sync.revision === revision &&
        status.health?.status === 'Healthy',
    );
    expect(synced.operation).toBeUndefined();
    expect(synced.status?.operationState).toMatchObject({
      phase: 'Succeeded',
      syncResult: { revision },
    });
    expect(synced.status?.summary).toEqual({
      images: [expect.stringMatching(/\/acme\/orders:1\.1\.0$/)],
    });
    const deployment = { namespace: 'orders-dev', name: 'orders' };
    const live = await get<Deployment>(DEPLOYMENT, deployment);
    expect(imageIn(live)).toBe('1.1.0');
  });

  it('reconciles what Flux is asked to, the source first', async () => {
    const revision = `main@sha1:${await commit('billing', '1.1.0')}`;
    const request = { metadata: { annotations: { [FLUX_REQUEST]: 'now' } } };
    await portal.patch(GIT_REPOSITORY, DEPLOY, request);
    await until<FluxObject>(
      [GIT_REPOSITORY, DEPLOY],
      object =>
        object.status?.lastHandledReconcileAt === 'now' &&
        object.status.artifact?.revision === revision &&
        readyOf(object) === 'True',
    );
    await portal.patch(KUSTOMIZATION, BILLING, request);
    await until<FluxObject>(
      [KUSTOMIZATION, BILLING],
      object =>
        object.status?.lastHandledReconcileAt === 'now' &&
        object.status.lastAppliedRevision === revision &&
        readyOf(object) === 'True',
    );
    const deployment = { namespace: 'billing-dev', name: 'billing' };
    const live = await get<Deployment>(DEPLOYMENT, deployment);
    expect(imageIn(live)).toBe('1.1.0');
  });

  it('applies what has no GitOps engine, for its stage to look at', async () => {
    await commit('search', '1.1.0');
    await cluster.refresh();
    const deployment = { namespace: 'search-dev', name: 'search' };
    const live = await until<Deployment>(
      [DEPLOYMENT, deployment],
      each =>
        imageIn(each) === '1.1.0' &&
        each.status?.observedGeneration === each.metadata.generation &&
        each.status?.updatedReplicas === 2,
    );
    expect(live.metadata.annotations).toEqual({
      'stevedore.dev/authorized-stage': 'search:dev',
    });
  });

  it('brings a Rollout from step to step, and lets the portal steer it', async () => {
    const at = { namespace: 'checkout-prod', name: 'checkout' };
    const inState = (phase: string, step: number) =>
      until<Rollout>(
        [ROLLOUT, at],
        ({ status }) =>
          status?.phase === phase && status.currentStepIndex === step,
      );
    const before = await inState('Healthy', 4);
    await commit('checkout', '1.1.0', 'prod');
    await cluster.refresh();
    const paused = await inState('Paused', 1);
    expect(paused.status).toMatchObject({
      ...{ stableRS: before.status?.stableRS, currentPodHash: '1.1.0' },
      ...{ updatedReplicas: 1, replicas: 5 },
    });
    await portal.report(ROLLOUT, at, { abort: true });
    const aborted = await inState('Degraded', 0);
    expect(aborted.status?.stableRS).toBe(before.status?.stableRS);
    await portal.report(ROLLOUT, at, { abort: false });
    await inState('Paused', 1);
    await portal.report(ROLLOUT, at, { pauseConditions: null });
    // how far it is then is a matter of time
    await until<Rollout>(
      [ROLLOUT, at],
      ({ status }) => Number(status?.currentStepIndex) > 1,
    );
    await portal.report(ROLLOUT, at, { promoteFull: true });
    const done = await inState('Healthy', 4);
    expect(done.status?.stableRS).toBe('1.1.0');
  });

  it('promotes as Kargo does what the portal asks for, once it may enter', async () => {
    const namespace = 'payments';
    const freight = await until<KubernetesList<Freight>>(
      [FREIGHT, { namespace, name: '' }],
      ({ items: [found] }) => Boolean(found?.status?.verifiedIn?.dev),
    );
    const { name } = freight.items[0].metadata;
    const promote = async (promotion: string, stage: string, phase: string) => {
      const at = { namespace, name: promotion };
      await portal.create<Promotion>(PROMOTION, {
        metadata: at,
        spec: { stage, freight: name },
      });
      return until<Promotion>(
        [PROMOTION, at],
        ({ status }) => status?.phase === phase,
      );
    };
    await promote('prod.1', 'prod', 'Errored');
    const approvedFor = { prod: { approvedAt: '2026-01-01T00:00:00Z' } };
    await portal.report(FREIGHT, { namespace, name }, { approvedFor });
    const promoted = await promote('prod.2', 'prod', 'Succeeded');
    expect(promoted.spec?.steps).toHaveLength(4);
    await until<Freight>([FREIGHT, { namespace, name }], ({ status }) =>
      Boolean(status?.currentlyIn?.prod && status.verifiedIn?.prod),
    );
    const abort = { 'kargo.akuity.io/abort': 'terminate' };
    const at = { namespace, name: 'staging.1' };
    await portal.create<Promotion>(PROMOTION, {
      metadata: { ...at, annotations: abort },
      spec: { stage: 'staging', freight: name },
    });
    await until<Promotion>(
      [PROMOTION, at],
      ({ status }) => status?.phase === 'Aborted',
    );
  });

  it('lets Backstage do no more than the roles that come with the module', async () => {
    const refused = portal.patch(DEPLOYMENT, ORDERS, {});
    await expect(refused).rejects.toThrow(KubernetesError);
    await expect(refused).rejects.toMatchObject({ status: 403 });
  });

  it('keeps everything over a restart', async () => {
    const isHealthy = ({ status }: Application) =>
      status?.health?.status === 'Healthy';
    const before = await until<Application>([APPLICATION, ORDERS], isHealthy);
    await stop();
    await start();
    const after = await until<Application>([APPLICATION, ORDERS], isHealthy);
    expect(after.metadata).toMatchObject({ uid: (before.metadata as any).uid });
    expect(after.status?.sync).toEqual(before.status?.sync);
  });
});
