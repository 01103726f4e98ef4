import { ApiServer, whereGoIs } from '../../__testUtils__/ApiServer';
import { besideSuite } from '../../__testUtils__/besideSuite';
import { shippedRules } from '../../__testUtils__/shippedRules';
import { KARGO_OUTLINE, KARGO_STATE } from '../kargoKinds';

jest.setTimeout(120_000);

whereGoIs('a pipeline that a Kargo runs, on a real API server', () => {
  let server: ApiServer;

  beforeAll(async () => {
    const kinds = new Set([...KARGO_OUTLINE, ...KARGO_STATE]);
    server = await ApiServer.start([...kinds]);
    await server.allow(await shippedRules('kargo-beside'));
  });

  afterAll(() => server.close());

  besideSuite(async () => server);
});
