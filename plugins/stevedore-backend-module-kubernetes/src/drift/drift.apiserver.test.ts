import { ApiServer, whereGoIs } from '../__testUtils__/ApiServer';
import { driftSuite } from '../__testUtils__/driftSuite';
import { fluxDriftSuite } from '../__testUtils__/fluxDriftSuite';
import { shippedRules } from '../__testUtils__/shippedRules';
import { APPLICATIONS } from '../argocd/application';
import { FLUX_KINDS } from '../flux/fluxKinds';
import { ROLLOUTS } from '../rollouts/rollout';
import { WORKLOAD_KINDS } from '../workloads/workloadKinds';

jest.setTimeout(120_000);

whereGoIs('what runs, on a real API server', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await ApiServer.start([
      APPLICATIONS,
      ROLLOUTS,
      WORKLOAD_KINDS.Deployment,
    ]);
    await server.allow(await shippedRules('argocd', 'rollouts', 'workloads'));
  });

  afterAll(() => server.close());

  driftSuite(async () => server);
});

whereGoIs('what Flux runs, on a real API server without Rollouts', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await ApiServer.start([
      FLUX_KINDS.HelmRelease,
      FLUX_KINDS.Kustomization,
      ...Object.values(WORKLOAD_KINDS),
    ]);
    await server.allow(await shippedRules('flux'));
  });

  afterAll(() => server.close());

  fluxDriftSuite(async () => server);
});
