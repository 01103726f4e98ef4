import { ApiServer, whereGoIs } from '../__testUtils__/ApiServer';
import { JOB_KINDS, jobsSuite } from '../__testUtils__/jobsSuite';
import { shippedRules } from '../__testUtils__/shippedRules';

jest.setTimeout(120_000);

// what containers print comes from the test: there is no kubelet that an API server could ask
whereGoIs('run-job, on a real API server', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await ApiServer.start(JOB_KINDS);
    await server.allow(await shippedRules('jobs'));
  });

  afterAll(() => server.close());

  jobsSuite(async () => server);
});
