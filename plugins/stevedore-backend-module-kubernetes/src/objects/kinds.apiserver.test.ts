import { ApiServer, whereGoIs } from '../__testUtils__/ApiServer';
import { kindsSuite } from '../__testUtils__/kindsSuite';
import { shippedRules } from '../__testUtils__/shippedRules';
import { FLUX_KINDS } from '../flux/fluxKinds';
import { WORKLOAD_KINDS } from '../workloads/workloadKinds';

whereGoIs('every kind, on a real API server', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await ApiServer.start([
      FLUX_KINDS.HelmRelease,
      FLUX_KINDS.OCIRepository,
      FLUX_KINDS.HelmRepository,
      WORKLOAD_KINDS.StatefulSet,
      WORKLOAD_KINDS.DaemonSet,
    ]);
    await server.allow(await shippedRules('flux', 'workloads'));
  });

  afterAll(() => server.close());

  kindsSuite(async () => server);
});
