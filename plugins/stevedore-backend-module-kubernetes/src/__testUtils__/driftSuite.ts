import { Application, APPLICATIONS } from '../argocd/application';
import { ROLLOUTS } from '../rollouts/rollout';
import { WORKLOAD_KINDS } from '../workloads/workloadKinds';
import { annotations, driftOn, rolledOut, withImage } from './driftOn';
import { PlayedArgoCd } from './PlayedArgoCd';
import { TestCluster } from './TestCluster';

const { Deployment } = WORKLOAD_KINDS;
const app = { namespace: 'argocd', name: 'web-prod' };
const web = { namespace: 'shop', name: 'web' };

/** What runs, beside what was promoted and what Git says, on whatever cluster. */
export function driftSuite(open: () => Promise<TestCluster>): void {
  const { on, start, shows, telling, deploy } = driftOn(open);

  it('is told by an Application: its images, and the revision of what was written', async () => {
    await start(
      '{uses: argocd-update, as: sync, config: {apps: [{name: web-prod}]}}',
    );
    const argocd = new PlayedArgoCd(on.cluster);
    argocd.head = () => [on.world.head];
    argocd.images = ['localhost:1/web:1.0.0', 'acme/other:1'];
    const made: Application = {
      metadata: { ...app, annotations },
      spec: {
        ...{ project: 'default', destination: { server: 'https://x' } },
        source: { repoURL: on.world.engine.remote.url, targetRevision: 'main' },
      },
    };
    await on.cluster.create(APPLICATIONS, made);
    try {
      await on.world.engine.release('1.0.0');
      await on.world.ended('prod', 'Succeeded');
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
      await telling(() => on.cluster.away());
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
      await on.cluster.back();
      await shows({ verdict: 'clusterDiffers' });
    } finally {
      await argocd.stop();
      await on.cluster.remove(APPLICATIONS, app.namespace, app.name);
    }
  });

  it('is told by a Deployment: the images of its pods, and nothing while they change', async () => {
    await deploy(Deployment, { ...web, annotations }, 'localhost:1/web:1.0.0');
    await start(
      '{uses: rollout-wait, as: wait, config: {workloads: [{namespace: shop, name: web}]}}',
    );
    try {
      await on.world.engine.release('1.0.0');
      await on.world.ended('prod', 'Succeeded');
      await shows({
        verdict: 'same',
        rows: [{ running: { value: '1.0.0' } }, {}],
      });
      await telling(() =>
        on.cluster.change(Deployment, web, withImage('localhost:1/web:1.1.0')),
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
      await telling(() => on.cluster.report(Deployment, web, rolledOut(2)));
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
      await on.cluster.remove(Deployment, web.namespace, web.name);
    }
  });

  it('is told by a Rollout: the images of its pods, and nothing between two versions', async () => {
    const { cluster } = on;
    const spec = (image: string) => {
      const { replicas, template } = withImage(image).spec;
      const strategy = {
        canary: { steps: [{ setWeight: 50 }, { pause: {} }] },
      };
      return { spec: { replicas, template, strategy } };
    };
    const says = (generation: number, phase: string) =>
      cluster.report(ROLLOUTS, web, {
        ...{ observedGeneration: `${generation}`, phase, message: phase },
        ...{ replicas: 1, currentStepIndex: phase === 'Healthy' ? 2 : 1 },
      });
    await cluster.create(ROLLOUTS, {
      metadata: { ...web, annotations },
      ...spec('localhost:1/web:1.0.0'),
    });
    await says(1, 'Healthy');
    await start(
      '{uses: rollout-wait, as: wait, config: {workloads: [{kind: Rollout, namespace: shop, name: web}]}}',
    );
    try {
      await on.world.engine.release('1.0.0');
      await on.world.ended('prod', 'Succeeded');
      await shows({
        verdict: 'same',
        rows: [{ running: { status: 'same', value: '1.0.0' } }, {}],
      });
      await telling(() =>
        cluster.change(ROLLOUTS, web, spec('localhost:1/web:1.1.0')),
      );
      await says(2, 'Paused');
      await shows({
        verdict: 'unknown',
        rows: [
          { sentence: expect.stringMatching(/Rollout "web" .* is paused/) },
          {},
        ],
      });
      await telling(() => says(2, 'Healthy'));
      await shows({
        verdict: 'clusterDiffers',
        rows: [
          {
            sentence:
              '1.1.0 runs in Rollout "web" in namespace "shop"; 1.0.0 was promoted here, and Git says so.',
          },
          {},
        ],
      });
    } finally {
      await cluster.remove(ROLLOUTS, web.namespace, web.name);
    }
  });
}
