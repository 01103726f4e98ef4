import { ApiServer, whereGoIs } from '../__testUtils__/ApiServer';
import { driftSuite } from '../__testUtils__/driftSuite';
import { shippedRules } from '../__testUtils__/shippedRules';
import { APPLICATIONS } from '../argocd/application';
import { FLUX_KINDS } from '../flux/fluxKinds';
import { WORKLOAD_KINDS } from '../workloads/workloadKinds';

whereGoIs('what runs, on a real API server', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await ApiServer.start([
      APPLICATIONS,
      FLUX_KINDS.Kustomization,
      WORKLOAD_KINDS.Deployment,
    ]);
    await server.allow(await shippedRules('argocd', 'flux', 'workloads'));
  });

  afterAll(() => server.close());

  driftSuite(async () => server);
});
