import { Application, APPLICATIONS } from '../argocd/application';
import { FLUX_KINDS } from '../flux/fluxKinds';
import { WORKLOAD_KINDS } from '../workloads/workloadKinds';
import { eventually } from './eventually';
import { PlayedArgoCd } from './PlayedArgoCd';
import { PromotionWorld } from './PromotionWorld';
import { TestCluster } from './TestCluster';

const { Deployment } = WORKLOAD_KINDS;
const { Kustomization } = FLUX_KINDS;
const app = { namespace: 'argocd', name: 'web-prod' };
const web = { namespace: 'shop', name: 'web' };
const annotations = {
  'kargo.akuity.io/authorized-stage': 'web:prod',
  'stevedore.dev/authorized-stage': 'web:prod',
};
const now = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

/** What runs, beside what was promoted and what Git says, on whatever cluster. */
export function driftSuite(open: () => Promise<TestCluster>): void {
  let cluster: TestCluster;
  let world: PromotionWorld;

  beforeEach(async () => {
    cluster = await open();
  });

  afterEach(() => world.close());

  const start = async (step: string) => {
    world = await PromotionWorld.start(cluster, {
      ...{ stages: ['prod'], auto: ['prod'] },
      more: [step],
    });
  };
  const drift = () =>
    world.engine.engine.drift({ project: 'web', stage: 'prod' });
  const shows = (expected: object) =>
    world.until('prod', async () =>
      expect(await drift()).toMatchObject(expected),
    );

  /** Open pages are told of what happens, once they have looked. */
  async function telling(act: () => Promise<unknown>) {
    const told = () =>
      world.engine.told.filter(({ subjects }) =>
        subjects.includes('stage:prod'),
      ).length;
    const before = told();
    await act();
    await eventually(() => expect(told()).toBeGreaterThan(before));
  }

  it('is told by an Application: its images, and the revision of what was written', async () => {
    await start(
      '{uses: argocd-update, as: sync, config: {apps: [{name: web-prod}]}}',
    );
    const argocd = new PlayedArgoCd(cluster);
    argocd.head = () => [world.head];
    argocd.images = ['localhost:1/web:1.0.0', 'acme/other:1'];
    const made: Application = {
      metadata: { ...app, annotations },
      spec: {
        ...{ project: 'default', destination: { server: 'https://x' } },
        source: { repoURL: world.engine.remote.url, targetRevision: 'main' },
      },
    };
    await cluster.create(APPLICATIONS, made);
    try {
      await world.engine.release('1.0.0');
      await world.ended('prod', 'Succeeded');
      const same = { status: 'same' };
      await shows({
        verdict: 'same',
        rows: [
          { kind: 'image', running: { ...same, value: '1.0.0' } },
          { kind: 'revision', running: same },
        ],
      });
      await telling(async () => {
        argocd.images = ['localhost:1/web:0.9.0'];
        await argocd.reconcile(made);
      });
      await shows({
        verdict: 'clusterDiffers',
        rows: [
          {
            sentence:
              '0.9.0 runs in Argo CD Application "web-prod" in namespace "argocd"; 1.0.0 was promoted here, and Git says so.',
          },
          { verdict: 'same' },
        ],
      });
      await telling(() => cluster.away());
      await shows({
        verdict: 'unknown',
        rows: [
          {
            git: same,
            running: { status: 'unknown' },
            sentence: expect.stringContaining('cannot be seen'),
          },
          { running: { status: 'unknown' } },
        ],
      });
      await cluster.back();
      await shows({ verdict: 'clusterDiffers' });
    } finally {
      await argocd.stop();
      await cluster.remove(APPLICATIONS, app.namespace, app.name);
    }
  });

  it('is told by a Kustomization: the commit that it applied', async () => {
    await cluster.create(Kustomization, {
      metadata: { ...web, annotations },
      ...{ spec: { interval: '10m' } },
    });
    const applied = (commit: string) =>
      cluster.report(Kustomization, web, {
        observedGeneration: 1,
        lastAppliedRevision: `main@sha1:${commit}`,
        conditions: [
          {
            ...{ type: 'Ready', status: 'True', reason: 'Done' },
            ...{ message: 'done', lastTransitionTime: now() },
          },
        ],
      });
    await start(
      '{uses: flux-reconcile, as: sync, config: {resources: [{kind: Kustomization, name: web, namespace: shop}]}}',
    );
    const before = world.head;
    try {
      await world.engine.release('1.0.0');
      const asked = 'reconcile.fluxcd.io/requestedAt';
      await world.until('prod', async () => {
        const { metadata } = await cluster.read(Kustomization, web);
        const request = metadata.annotations?.[asked];
        expect(request).toBeDefined();
        await applied(world.head);
        await cluster.report(Kustomization, web, {
          lastHandledReconcileAt: request,
        });
      });
      await world.ended('prod', 'Succeeded');
      await shows({
        verdict: 'same',
        rows: [
          { kind: 'image', running: { status: 'none' } },
          { kind: 'revision', running: { status: 'same' } },
        ],
      });
      await telling(() => applied(before));
      await shows({
        verdict: 'clusterDiffers',
        rows: [
          { verdict: 'same' },
          {
            sentence: expect.stringContaining(
              'Kustomization "web" in namespace "shop" is at',
            ),
          },
        ],
      });
    } finally {
      await cluster.remove(Kustomization, web.namespace, web.name);
    }
  });

  it('is told by a Deployment: the images of its pods, and nothing while they change', async () => {
    const withImage = (image: string) => ({
      spec: { replicas: 1, template: { spec: { containers: [{ image }] } } },
    });
    await cluster.create(Deployment, {
      metadata: { ...web, annotations },
      ...withImage('localhost:1/web:1.0.0'),
    });
    const rolledOut = (observedGeneration: number) =>
      cluster.report(Deployment, web, {
        ...{ observedGeneration, availableReplicas: 1 },
        ...{ replicas: 1, updatedReplicas: 1 },
      });
    await rolledOut(1);
    await start(
      '{uses: rollout-wait, as: wait, config: {workloads: [{namespace: shop, name: web}]}}',
    );
    try {
      await world.engine.release('1.0.0');
      await world.ended('prod', 'Succeeded');
      await shows({
        verdict: 'same',
        rows: [{ running: { value: '1.0.0' } }, {}],
      });
      await telling(() =>
        cluster.change(Deployment, web, withImage('localhost:1/web:1.1.0')),
      );
      await shows({
        verdict: 'unknown',
        rows: [
          {
            sentence:
              '1.0.0 was promoted here; what runs is not known: Deployment "web" in namespace "shop" changed, and is not rolled out yet.',
          },
          {},
        ],
      });
      await telling(() => rolledOut(2));
      await shows({
        verdict: 'clusterDiffers',
        rows: [
          {
            sentence:
              '1.1.0 runs in Deployment "web" in namespace "shop"; 1.0.0 was promoted here, and Git says so.',
          },
          {},
        ],
      });
    } finally {
      await cluster.remove(Deployment, web.namespace, web.name);
    }
  });
}
