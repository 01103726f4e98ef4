import { Application, APPLICATIONS } from '../argocd/application';
import { PlayedArgoCd } from './PlayedArgoCd';
import { PromotionWorld } from './PromotionWorld';
import { TestCluster } from './TestCluster';

export const REPO = 'https://git.acme.dev/deploy';
export const ref = { namespace: 'argocd', name: 'web-prod' };

export const app = (more: Partial<Application> = {}): Application => ({
  metadata: {
    ...ref,
    labels: { app: 'web' },
    annotations: { 'kargo.akuity.io/authorized-stage': 'web:prod' },
  },
  spec: {
    ...{ project: 'default', destination: { server: 'https://x' } },
    source: { repoURL: REPO, targetRevision: 'main' },
    syncPolicy: { syncOptions: ['CreateNamespace=true'] },
  },
  ...more,
});

export const update = (more = '', which = 'name: web-prod') =>
  `{uses: argocd-update, as: sync${more}, config: {apps: [{${which}, sources: [{repoURL: "${REPO}", desiredRevision: "\${{ outputs['step-4'].commit }}"}]}]}}`;

/** A world for each test, with an Argo CD that is played, and one stage that ends with steps of the test's. */
export function argocdOn(open: () => Promise<TestCluster>) {
  const on = {} as {
    cluster: TestCluster;
    argocd: PlayedArgoCd;
    world: PromotionWorld;
  };

  beforeEach(async () => {
    on.cluster = await open();
    on.argocd = new PlayedArgoCd(on.cluster);
  });

  afterEach(async () => {
    await on.world?.close();
    await on.argocd.stop();
    const { namespace, name } = ref;
    await on.cluster.remove(APPLICATIONS, namespace, name).catch(() => {});
  });

  async function start(steps: string[], options = {}) {
    on.world = await PromotionWorld.start(on.cluster, {
      stages: ['prod'],
      auto: ['prod'],
      more: steps,
      ...options,
    });
    on.argocd.head = () => [on.world.head];
  }

  return { on, start };
}
