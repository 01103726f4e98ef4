import { ApiServer, whereGoIs } from '../__testUtils__/ApiServer';
import { argocdSuite } from '../__testUtils__/argocdSuite';
import { shippedRules } from '../__testUtils__/shippedRules';
import { APPLICATIONS } from './application';

whereGoIs('Argo CD, on a real API server', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await ApiServer.start([APPLICATIONS]);
    await server.allow(await shippedRules('argocd'));
  });

  afterAll(() => server.close());

  argocdSuite(async () => server);
});
