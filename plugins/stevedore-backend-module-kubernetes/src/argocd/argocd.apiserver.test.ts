import { API_SERVER, ApiServer } from '../__testUtils__/ApiServer';
import { argocdSuite } from '../__testUtils__/argocdSuite';
import { APPLICATIONS } from './application';

const whereGoIs = API_SERVER ? describe : describe.skip;

whereGoIs('Argo CD, on a real API server', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await ApiServer.start([APPLICATIONS]);
  });

  afterAll(() => server.close());

  argocdSuite(async () => server);
});
