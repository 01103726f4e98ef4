import { MetricService } from '../_shared/testing/MetricService';
import { datadogVerifier } from './index';

const service = new MetricService();
beforeAll(() => service.start());
afterAll(() => service.stop());
beforeEach(() => {
  service.requests.length = 0;
});

const NOON = Date.parse('2026-05-04T12:00:00Z');
const measure = (config: object) => {
  const keys = { address: service.address, 'api-key': 'a', 'app-key': 'b' };
  return service.measure(datadogVerifier, config, {
    now: NOON,
    secrets: { datadog: keys, ours: keys, empty: { 'api-key': 'a' } },
  });
};

describe('the datadog verifier', () => {
  it.each<[string, object, number | null]>([
    [
      'the last value of the first series',
      {
        series: [
          {
            pointlist: [
              [1, 5],
              [2, 0.25],
            ],
          },
          { pointlist: [[1, 9]] },
        ],
      },
      0.25,
    ],
    ['nothing for no series', { series: [] }, null],
    ['nothing for a gap', { series: [{ pointlist: [[1, null]] }] }, null],
  ])('gives %s (v1)', async (_, body, result) => {
    service.answer = { body };
    expect(await measure({ query: 'avg:errors{a:b}', interval: '1m' })).toBe(
      result,
    );
    const [{ method, url, headers }] = service.requests;
    expect([method, url]).toEqual([
      'GET',
      `/api/v1/query?query=avg%3Aerrors%7Ba%3Ab%7D&from=${
        NOON / 1000 - 60
      }&to=${NOON / 1000}`,
    ]);
    expect(headers).toMatchObject({
      'dd-api-key': 'a',
      'dd-application-key': 'b',
    });
  });

  it('gives the value of a formula (v2)', async () => {
    const columns = [{ type: 'number', values: [0.01] }];
    service.answer = { body: { data: { attributes: { columns } } } };
    const result = await measure({
      apiVersion: 'v2',
      queries: { e: 'sum:errors{}', h: 'sum:hits{}' },
      formula: 'e / h',
      secretRef: { name: 'ours', namespaced: true },
    });
    expect(result).toBe(0.01);
    const [{ url, body }] = service.requests;
    expect(url).toBe('/api/v2/query/scalar');
    expect(JSON.parse(body)).toEqual({
      data: {
        type: 'scalar_request',
        attributes: {
          from: NOON - 300_000,
          to: NOON,
          queries: [
            ['e', 'sum:errors{}'],
            ['h', 'sum:hits{}'],
          ].map(([name, query]) => ({
            aggregator: 'last',
            data_source: 'metrics',
            name,
            query,
          })),
          formulas: [{ formula: 'e / h' }],
        },
      },
    });
  });

  it.each<[string, object, { status?: number; body: unknown }, string]>([
    ['an error', {}, { body: { error: 'bad query' } }, 'says: bad query'],
    [
      'an error of v2',
      { apiVersion: 'v2' },
      { body: { errors: 'bad formula' } },
      'says: bad formula',
    ],
    ['a refusal', {}, { status: 403, body: {} }, 'answered 403'],
    [
      'without keys',
      { secretRef: { name: 'empty' } },
      { body: {} },
      'the secret empty needs the keys api-key and app-key; there is no app-key',
    ],
    ['another interval', { interval: 'x' }, { body: {} }, 'no duration'],
  ])('cannot measure %s', async (_, config, answer, says) => {
    service.answer = answer;
    await expect(measure({ query: 'q', ...config })).rejects.toThrow(says);
  });

  it.each<[object, string]>([
    [{}, 'either query or queries'],
    [{ query: 'a', queries: { b: 'c' } }, 'either query or queries'],
    [{ queries: { b: 'c' } }, 'need apiVersion: v2'],
    [{ apiVersion: 'v2', queries: { b: 'c', d: 'e' } }, 'need a formula'],
  ])('is not configured by %j', (config, says) => {
    const { error } = datadogVerifier.schema.safeParse(config);
    expect(error?.issues[0].message).toContain(says);
  });
});
