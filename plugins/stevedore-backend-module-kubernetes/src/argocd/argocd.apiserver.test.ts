import { API_SERVER, ApiServer } from '../__testUtils__/ApiServer';
import { argocdSuite } from '../__testUtils__/argocdSuite';
import { shippedRules } from '../__testUtils__/shippedRules';
import { APPLICATIONS } from './application';

const whereGoIs = API_SERVER ? describe : describe.skip;

whereGoIs('Argo CD, on a real API server', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await ApiServer.start([APPLICATIONS]);
    await server.allow(await shippedRules('argocd'));
  });

  afterAll(() => server.close());

  argocdSuite(async () => server);
});
