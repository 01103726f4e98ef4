import { MetricService } from '../_shared/testing/MetricService';
import { newRelicVerifier } from './index';

const service = new MetricService();
beforeAll(() => service.start());
afterAll(() => service.stop());
beforeEach(() => {
  service.requests.length = 0;
});

const measure = (config: object = {}) => {
  const keys = { 'personal-api-key': 'k', 'account-id': '42' };
  const nerdgraph = { 'base-url-nerdgraph': `${service.address}/graphql` };
  return service.measure(
    newRelicVerifier,
    { query: 'SELECT count(*) FROM Transaction', ...config },
    {
      secrets: {
        newrelic: { ...keys, ...nerdgraph },
        far: { ...keys, region: 'moon' },
        unnumbered: { ...keys, 'account-id': 'x' },
      },
    },
  );
};
const results = (...found: object[]) => ({
  body: { data: { actor: { account: { nrql: { results: found } } } } },
});

describe('the newRelic verifier', () => {
  it.each<[string, object[], unknown]>([
    ['one result', [{ rate: 0.99 }], { rate: 0.99 }],
    ['several', [{ a: 1 }, { a: 2 }], [{ a: 1 }, { a: 2 }]],
  ])('gives %s', async (_, found, result) => {
    service.answer = results(...found);
    expect(await measure({ timeout: 7 })).toEqual(result);
    const [{ method, url, headers, body }] = service.requests;
    expect([method, url, headers['api-key']]).toEqual([
      'POST',
      '/graphql',
      'k',
    ]);
    expect(JSON.parse(body).variables).toEqual({
      account: 42,
      nrql: 'SELECT count(*) FROM Transaction',
      timeout: 7,
    });
  });

  it.each<[string, object, { status?: number; body: unknown }, string]>([
    ['no result', {}, results(), 'has no result'],
    ['an empty result', {}, results({}), 'has no result'],
    [
      'an error',
      {},
      { body: { data: null, errors: [{ message: 'NRQL syntax' }] } },
      'says: NRQL syntax',
    ],
    ['a refusal', {}, { status: 401, body: {} }, 'answered 401'],
    ['a region', { profile: 'far' }, { body: {} }, 'neither us nor eu'],
    ['an account', { profile: 'unnumbered' }, { body: {} }, 'is no number'],
    [
      'without a secret',
      { profile: 'none' },
      { body: {} },
      'the secret none needs the keys personal-api-key and account-id',
    ],
  ])('cannot measure %s', async (_, config, answer, says) => {
    service.answer = answer;
    await expect(measure(config)).rejects.toThrow(says);
  });
});
