import { ApiServer, whereGoIs } from '../__testUtils__/ApiServer';
import { definitionSuite } from '../__testUtils__/definitionSuite';
import { shippedRules } from '../__testUtils__/shippedRules';
import { KARGO_DEFINITIONS } from './kargoKinds';

jest.setTimeout(120_000);

whereGoIs('definitions, on a real API server with the shipped role', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await ApiServer.start(KARGO_DEFINITIONS);
    await server.allow(await shippedRules('kargo-definitions'));
  });

  afterAll(() => server.close());

  definitionSuite(async () => server);
});
