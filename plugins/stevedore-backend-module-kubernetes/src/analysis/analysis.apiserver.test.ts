import { ANALYSIS_KINDS, analysisSuite } from '../__testUtils__/analysisSuite';
import { ApiServer, whereGoIs } from '../__testUtils__/ApiServer';
import { shippedRules } from '../__testUtils__/shippedRules';

jest.setTimeout(120_000);

// what containers print comes from the test: there is no kubelet that an API server could ask
whereGoIs('AnalysisRuns, on a real API server', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await ApiServer.start(ANALYSIS_KINDS);
    await server.allow(await shippedRules('analysis'));
  });

  afterAll(() => server.close());

  analysisSuite(async () => server);
});
