import { KubernetesObject, ResourceKind } from '../api/resourceKind';
import { FLUX_KINDS } from '../flux/fluxKinds';
import { WORKLOAD_KINDS } from '../workloads/workloadKinds';
import { annotations, driftOn, rolledOut, withImage } from './driftOn';
import { TestCluster } from './TestCluster';

const { Deployment, StatefulSet } = WORKLOAD_KINDS;
const { HelmRelease, Kustomization } = FLUX_KINDS;
const web = { namespace: 'shop', name: 'web' };
const api = { namespace: 'shop', name: 'api' };
const db = { namespace: 'shop', name: 'db' };
const ASKED = 'reconcile.fluxcd.io/requestedAt';
const FLUX_LABELS = {
  'helm.toolkit.fluxcd.io/name': 'api',
  'helm.toolkit.fluxcd.io/namespace': 'shop',
};

const reconcile = (kind: string) =>
  `{uses: flux-reconcile, as: sync, config: {resources: [{kind: ${kind}, name: web, namespace: shop}]}}`;

/** What Flux applied, beside what was promoted and what Git says, on whatever cluster. */
export function fluxDriftSuite(open: () => Promise<TestCluster>): void {
  const { on, start, shows, telling, deploy } = driftOn(open);

  const create = (kind: ResourceKind, metadata: KubernetesObject['metadata']) =>
    on.cluster.create(kind, { metadata, ...{ spec: { interval: '10m' } } });

  /** As a controller says that it is done with what it was asked for. */
  const says = (kind: ResourceKind, status: object, ref = web) =>
    on.cluster.report(kind, ref, {
      observedGeneration: 1,
      conditions: [
        {
          ...{ type: 'Ready', status: 'True', reason: 'Done' },
          ...{ message: 'done', lastTransitionTime: '2026-05-04T12:00:00Z' },
        },
      ],
      ...status,
    });

  /** Releases, and answers what the step asks of Flux. */
  async function promote(kind: ResourceKind, status: () => object) {
    await on.world.engine.release('1.0.0');
    await on.world.until('prod', async () => {
      const { metadata } = await on.cluster.read(kind, web);
      const lastHandledReconcileAt = metadata.annotations?.[ASKED];
      expect(lastHandledReconcileAt).toBeDefined();
      await says(kind, { ...status(), lastHandledReconcileAt });
    });
    await on.world.ended('prod', 'Succeeded');
  }

  /** Takes away what the test made, whatever became of it. */
  async function cleaned(
    made: [ResourceKind, { namespace: string; name: string }][],
    body: () => Promise<void>,
  ) {
    try {
      await body();
    } finally {
      // what the test took away itself is gone
      for (const [kind, { namespace, name }] of made)
        await on.cluster.remove(kind, namespace, name).catch(() => undefined);
    }
  }

  const at = (commit: string) => ({
    lastAppliedRevision: `main@sha1:${commit}`,
  });

  it('is told by a Kustomization: the commit that it applied', async () => {
    await create(Kustomization, { ...web, annotations });
    await start(reconcile('Kustomization'));
    const before = on.world.head;
    await cleaned([[Kustomization, web]], async () => {
      await promote(Kustomization, () => at(on.world.head));
      await shows({
        verdict: 'same',
        rows: [
          { kind: 'image', running: { status: 'none' } },
          { kind: 'revision', running: { status: 'same' } },
        ],
      });
      await telling(() => says(Kustomization, at(before)));
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
    });
  });

  it('is told by what a Kustomization applied: the images of its workloads, and of its releases', async () => {
    const inventory = {
      entries: [
        { id: 'shop_web_apps_Deployment', v: 'v1' },
        { id: 'shop_web__Service', v: 'v1' },
        { id: 'shop_api_helm.toolkit.fluxcd.io_HelmRelease', v: 'v2' },
      ],
    };
    await create(Kustomization, { ...web, annotations });
    await create(HelmRelease, api);
    await says(
      HelmRelease,
      {
        history: [
          {
            name: 'api',
            namespace: 'shop',
            chartName: 'api',
            chartVersion: '2.0.0',
          },
        ],
      },
      api,
    );
    await deploy(Deployment, web, 'localhost:1/web:1.0.0');
    await start(reconcile('Kustomization'));
    const made: Parameters<typeof cleaned>[0] = [
      [Kustomization, web],
      [HelmRelease, api],
      [Deployment, web],
      [StatefulSet, db],
    ];
    await cleaned(made, async () => {
      await promote(Kustomization, () => ({ ...at(on.world.head), inventory }));
      await shows({
        verdict: 'same',
        rows: [
          { kind: 'image', running: { status: 'same', value: '1.0.0' } },
          { kind: 'revision', running: { status: 'same' } },
        ],
      });
      await telling(() =>
        on.cluster.change(Deployment, web, withImage('localhost:1/web:1.1.0')),
      );
      await shows({
        verdict: 'unknown',
        rows: [
          {
            sentence: expect.stringContaining(
              'Deployment "web" in namespace "shop" changed, and is not rolled out yet',
            ),
          },
          { running: { status: 'same' } },
        ],
      });
      await telling(() => on.cluster.report(Deployment, web, rolledOut(2)));
      await shows({
        verdict: 'clusterDiffers',
        rows: [
          {
            sentence:
              '1.1.0 runs in Deployment "web" in namespace "shop"; 1.0.0 was promoted here, and Git says so.',
          },
          { verdict: 'same' },
        ],
      });
      // a release brings one more
      await telling(() =>
        deploy(
          StatefulSet,
          { ...db, labels: FLUX_LABELS },
          'localhost:1/web:0.9.0',
        ),
      );
      await shows({
        rows: [
          { running: { status: 'differs', value: '0.9.0 and 1.1.0' } },
          {},
        ],
      });
      await telling(() =>
        on.cluster.remove(Deployment, web.namespace, web.name),
      );
      await shows({
        rows: [
          {
            sentence: expect.stringContaining(
              '0.9.0 runs in StatefulSet "db" in namespace "shop"',
            ),
          },
          {},
        ],
      });
    });
  });

  it('is told by the workloads of a HelmRelease, which bear its name', async () => {
    await create(HelmRelease, { ...web, annotations });
    const bears = {
      labels: { 'app.kubernetes.io/managed-by': 'Helm' },
      annotations: {
        'meta.helm.sh/release-name': 'shop-web',
        'meta.helm.sh/release-namespace': 'shop',
      },
    };
    await deploy(Deployment, { ...web, ...bears }, 'localhost:1/web:1.0.0');
    await deploy(StatefulSet, db, 'localhost:1/web:0.1.0');
    await start(reconcile('HelmRelease'));
    const made: Parameters<typeof cleaned>[0] = [
      [HelmRelease, web],
      [Deployment, web],
      [StatefulSet, db],
    ];
    await cleaned(made, async () => {
      await promote(HelmRelease, () => ({
        history: [
          {
            name: 'shop-web',
            namespace: 'shop',
            chartName: 'web',
            chartVersion: '2.0.0',
          },
        ],
      }));
      await shows({
        verdict: 'same',
        rows: [
          { kind: 'image', running: { status: 'same', value: '1.0.0' } },
          {},
        ],
      });
      await on.cluster.remove(StatefulSet, db.namespace, db.name);
      await telling(() =>
        deploy(StatefulSet, { ...db, ...bears }, 'localhost:1/web:0.1.0'),
      );
      await shows({
        verdict: 'clusterDiffers',
        rows: [{ running: { value: '0.1.0 and 1.0.0' } }, {}],
      });
    });
  });
}
