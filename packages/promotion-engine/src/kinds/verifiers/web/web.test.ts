import { MetricService } from '../_shared/testing/MetricService';
import { webVerifier } from './index';

const service = new MetricService();
beforeAll(() => service.start());
afterAll(() => service.stop());
beforeEach(() => {
  service.requests.length = 0;
});

const measure = (config: object) =>
  service.measure(webVerifier, { url: service.address, ...config }, {});

describe('the web verifier', () => {
  it.each<[string, unknown, object, unknown]>([
    ['the whole document', { a: [1] }, {}, { a: [1] }],
    ['one value of it', { a: [{ b: 5 }] }, { jsonPath: '{$.a[0].b}' }, 5],
    ['a text that is no JSON', 'fine', {}, 'fine'],
    ['nothing at all', '', {}, ''],
  ])('gives %s', async (_, body, config, result) => {
    service.answer = { body };
    expect(await measure(config)).toEqual(result);
  });

  it.each<[string, { status?: number; body: unknown }, object, string]>([
    ['a refusal', { status: 503, body: {} }, {}, 'answered 503'],
    ['text for JSON', { body: 'no' }, { jsonPath: '{$.a}' }, 'with JSON'],
    ['a path to nowhere', { body: {} }, { jsonPath: '{$.a}' }, 'nothing at'],
  ])('cannot measure %s', async (_, answer, config, says) => {
    service.answer = answer;
    await expect(measure(config)).rejects.toThrow(says);
  });

  it('sends JSON, headers and a token of OAuth 2', async () => {
    service.answer = { body: {} };
    await measure({
      method: 'POST',
      headers: [{ key: 'x-team', value: 'shop' }],
      jsonBody: { a: 1 },
      authentication: {
        oauth2: {
          tokenUrl: `${service.address}/token`,
          clientId: 'me',
          clientSecret: 'of mine',
          scopes: ['read', 'list'],
        },
      },
    });
    const [token, asked] = service.requests;
    expect(token.body).toBe(
      'grant_type=client_credentials&client_id=me&client_secret=of+mine&scope=read+list',
    );
    expect(asked).toMatchObject({ method: 'POST', body: '{"a":1}' });
    expect(asked.headers).toMatchObject({
      'content-type': 'application/json',
      'x-team': 'shop',
      authorization: 'Bearer of-the-client',
    });
  });

  it('signs nothing for AWS, and says so', () => {
    const config = { url: 'http://a', authentication: { sigv4: {} } };
    expect(webVerifier.schema.safeParse(config).error?.issues).toEqual([
      expect.objectContaining({
        path: ['authentication', 'sigv4'],
        message: expect.stringContaining('not signed for AWS'),
      }),
    ]);
  });
});
