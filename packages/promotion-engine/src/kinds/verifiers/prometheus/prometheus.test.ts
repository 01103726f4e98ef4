import { MetricService } from '../_shared/testing/MetricService';
import { prometheusVerifier } from './index';

const service = new MetricService();
beforeAll(() => service.start());
afterAll(() => service.stop());
beforeEach(() => {
  service.requests.length = 0;
});

const NOON = Date.parse('2026-05-04T12:00:00Z');
const measure = (config: object = {}) =>
  service.measure(
    prometheusVerifier,
    { address: service.address, query: 'up{job="web"}', ...config },
    { now: NOON },
  );
const success = (data: object) => ({ body: { status: 'success', data } });

describe('the prometheus verifier', () => {
  it.each<[string, object, unknown]>([
    ['a scalar', { resultType: 'scalar', result: [1, '0.5'] }, 0.5],
    [
      'a vector',
      {
        resultType: 'vector',
        result: [{ metric: {}, value: [1, '1'] }, { value: [1, '+Inf'] }],
      },
      [1, Infinity],
    ],
    ['an empty vector', { resultType: 'vector', result: [] }, []],
    ['no number', { resultType: 'scalar', result: [1, 'NaN'] }, NaN],
    [
      'a range',
      {
        resultType: 'matrix',
        result: [
          {
            values: [
              [1, '1'],
              [2, '-Inf'],
            ],
          },
          { values: [[1, '3']] },
        ],
      },
      [1, -Infinity, 3],
    ],
  ])('gives %s', async (_, data, result) => {
    service.answer = success(data);
    expect(await measure()).toEqual(result);
  });

  it.each<[string, { status?: number; body: unknown }, string]>([
    [
      'what Prometheus cannot run',
      {
        status: 400,
        body: { status: 'error', error: 'parse error at char 3' },
      },
      'Prometheus says: parse error at char 3',
    ],
    ['a refusal', { status: 401, body: '' }, 'answered 401'],
    ['a page', { body: '<html>' }, 'with JSON'],
    ['something else', { body: { a: 1 } }, 'as Prometheus does'],
  ])('cannot measure %s', async (_, answer, says) => {
    service.answer = answer;
    await expect(measure()).rejects.toThrow(says);
  });

  it('asks for now, or for a range from expressions', async () => {
    service.answer = success({ resultType: 'vector', result: [] });
    await measure({ headers: [{ key: 'X-Scope-OrgID', value: 'a' }] });
    const start = 'now() - duration("5m")';
    await measure({ rangeQuery: { start, end: 'now()', step: '1m' } });
    const [instant, range] = service.requests;
    expect(instant.url).toBe('/api/v1/query');
    expect(instant.headers['x-scope-orgid']).toBe('a');
    expect(Object.fromEntries(new URLSearchParams(instant.body))).toEqual({
      query: 'up{job="web"}',
      time: String(NOON / 1000),
    });
    expect(range.url).toBe('/api/v1/query_range');
    expect(Object.fromEntries(new URLSearchParams(range.body))).toEqual({
      query: 'up{job="web"}',
      start: String(NOON / 1000 - 300),
      end: String(NOON / 1000),
      step: '60',
    });
  });

  it.each([
    [{ start: 'now() -', end: 'now()', step: '1m' }, 'now() -\n'],
    [{ start: '5', end: 'now()', step: '1m' }, 'UnixMilli'],
    [{ start: 'now()', end: 'now()', step: 'soon' }, 'no duration'],
  ])('says what is wrong with the range %j', async (rangeQuery, says) => {
    await expect(measure({ rangeQuery })).rejects.toThrow(says);
  });
});
