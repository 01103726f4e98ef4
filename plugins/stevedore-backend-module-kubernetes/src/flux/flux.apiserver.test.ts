import { ApiServer, whereGoIs } from '../__testUtils__/ApiServer';
import { fluxSuite } from '../__testUtils__/fluxSuite';
import { rolloutSuite } from '../__testUtils__/rolloutSuite';
import { shippedRules } from '../__testUtils__/shippedRules';
import { WORKLOAD_KINDS } from '../workloads/workloadKinds';
import { FLUX_KINDS } from './fluxKinds';

whereGoIs('on a real API server', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await ApiServer.start([
      ...Object.values(FLUX_KINDS),
      WORKLOAD_KINDS.Deployment,
    ]);
    await server.allow(await shippedRules('flux', 'workloads'));
  });

  afterAll(() => server.close());

  describe('Flux', () => {
    fluxSuite(async () => server);
  });
  describe('workloads', () => {
    rolloutSuite(async () => server);
  });
});
