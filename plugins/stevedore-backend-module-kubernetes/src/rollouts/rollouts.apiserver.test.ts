import { ApiServer, whereGoIs } from '../__testUtils__/ApiServer';
import { rolloutHealthSuite } from '../__testUtils__/rolloutHealthSuite';
import { rolloutsSuite } from '../__testUtils__/rolloutsSuite';
import { shippedRules } from '../__testUtils__/shippedRules';
import { REPLICA_SETS, ROLLOUTS } from './rollout';

whereGoIs('Rollouts, on a real API server', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await ApiServer.start([ROLLOUTS, REPLICA_SETS]);
    await server.allow(await shippedRules('rollouts'));
  });

  afterAll(() => server.close());

  rolloutsSuite(async () => server);
  rolloutHealthSuite(async () => server);
});
